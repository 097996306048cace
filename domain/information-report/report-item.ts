/** Something that a report on a school’s provision must say: one box of its form. The law as data, like what plans must hold. */
export type ReportItem = {
  /** `eng.report.3a`: what the record keeps the text under. */
  readonly id: string;
  /** `3a`, as the school and the law count it. */
  readonly number: string;
  /** The heading that families read. */
  readonly title: string;
  /** What whoever writes is asked for. */
  readonly asks: string;
  readonly citation: string;
  readonly sourceLink: string;
  /** What of it was not read in the law itself. */
  readonly unverified?: string;
  /** What the text is of no use without: how to reach somebody, or a web address. */
  readonly holds?: 'contact' | 'link';
};

import type { Day } from '#domain/calendar/day.ts';

/** An arrangement as the record has it. */
export type Arrangement = {
  readonly id: string;
  readonly arrangement: string;
  readonly words: string | null;
  readonly why: string | null;
  readonly need: string | null;
  readonly state: string;
  readonly from: Day | null;
  readonly appliedOn: Day | null;
  readonly approvedOn: Day | null;
  readonly reference: string | null;
  readonly expiresOn: Day | null;
};

/** What a subject teacher saw. */
export type Evidence = {
  readonly subject: string;
  readonly on: Day;
  readonly arrangement: string;
  readonly setting: string;
  readonly use: string;
  readonly words: string;
  readonly teacher: string | null;
};

/** What an assessor found. */
export type Score = {
  readonly area: string;
  readonly instrument: string;
  readonly edition: string | null;
  readonly on: Day;
  readonly standard: number;
  readonly assessor: string;
  readonly qualification: string;
  readonly seenOn: Day | null;
};

/** What the record says of one pupil that concerns exams; needs in their order. */
export type ExamCase = {
  readonly pupil: string;
  readonly caseRef: string | null;
  readonly name: string;
  readonly surname: string;
  readonly givenName: string;
  readonly yearGroup: number;
  readonly className: string | null;
  readonly birthday: Day | null;
  readonly needs: readonly string[];
  readonly arrangements: readonly Arrangement[];
  readonly evidence: readonly Evidence[];
  readonly scores: readonly Score[];
  /** The day on which the data-protection notice was signed; null where it was only given, undefined where there is none. */
  readonly noticeSignedOn: Day | null | undefined;
};

const GONE = new Set(['refused', 'ended']);

/** Arrangements that are meant to be there on exam day. */
export const standing = ({ arrangements }: Pick<ExamCase, 'arrangements'>): readonly Arrangement[] =>
  arrangements.filter(({ state }) => !GONE.has(state));

/** Arrangements that hold on a day: approved and not run out, or given by the school itself. */
export const holdingOn = (one: Pick<ExamCase, 'arrangements'>, on: Day): readonly Arrangement[] =>
  standing(one).filter(
    ({ state, expiresOn }) =>
      (state === 'approved' && (expiresOn === null || expiresOn >= on)) || (state === 'centre' && (expiresOn === null || expiresOn >= on)),
  );

/** Subjects in which an arrangement was seen in use, each once, as they were first written. */
export const subjectsWith = ({ evidence }: Pick<ExamCase, 'evidence'>, arrangement: string): readonly string[] => [
  ...new Map(
    evidence
      .filter((one) => one.arrangement === arrangement && one.use !== 'not')
      .map(({ subject }) => [subject.trim().toLowerCase(), subject.trim()]),
  ).values(),
];

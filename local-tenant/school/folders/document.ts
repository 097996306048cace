import type { FiledDocument } from '../school.ts';

/** A document as the stories write it: its day in the dates of autumn 2026; the day stands in the file's name too. */
export type StoryDocument = {
  readonly folder: string;
  /** `speech and language advice`: the file is called after folder, this and day. */
  readonly title: string;
  readonly on: string;
  readonly by: string;
  readonly kind: FiledDocument['kind'];
  readonly from: string;
  readonly text: readonly (readonly [heading: string, ...paragraphs: string[]])[];
};

/** Headings and paragraphs, the title first. Dates in the text are written in words and stay as they were said. */
export const paragraphsOf = ({ folder, title, text }: StoryDocument): FiledDocument['paragraphs'] => [
  { style: 'heading', text: `${title[0]?.toUpperCase()}${title.slice(1)}` },
  { style: 'text', text: `Case ${folder}` },
  ...text.flatMap(([heading, ...paragraphs]) => [
    { style: 'heading' as const, text: heading },
    ...paragraphs.map((paragraph) => ({ style: 'text' as const, text: paragraph })),
  ]),
];

/** What the address of a caseload can say, word by word: which part, filters, order, groups and columns. A saved view keeps these. */
export const VIEW_WORDS = [
  'view',
  'words',
  'year',
  'stage',
  'need',
  'flag',
  'worker',
  'owed',
  'review',
  'order',
  'group',
  'columns',
] as const;
export type ViewWord = (typeof VIEW_WORDS)[number];

/** Whether the list knows a word. */
export const isViewWord = (word: string): word is ViewWord => (VIEW_WORDS as readonly string[]).includes(word);

import { paragraphsOf, type StoryDocument } from './folders/document.ts';
import { OTHER_FOLDERS } from './folders/other-folders.ts';
import { WM_0412 } from './folders/wm-0412.ts';
import { CONTRIBUTED_WORKBOOKS } from './folders/workbooks.ts';
import type { FiledDocument } from './school.ts';
import type { StoryDays } from './story-days.ts';

const ALL: readonly StoryDocument[] = [...WM_0412, ...OTHER_FOLDERS];

/** What lies in the case folders when the story begins; the day of each stands in its name. */
export const hollinBankDocuments = (days: StoryDays): FiledDocument[] => [
  ...ALL.map((document) => ({
    folder: document.folder,
    name: `${document.folder} ${document.title} ${days.on(document.on)}.docx`,
    filedOn: days.on(document.on),
    filedBy: document.by,
    kind: document.kind,
    from: document.from,
    paragraphs: paragraphsOf(document),
  })),
  ...CONTRIBUTED_WORKBOOKS.map(({ folder, title, on, by, from, sheets }) => ({
    folder,
    name: `${folder} ${title} ${days.on(on)}.xlsx`,
    filedOn: days.on(on),
    filedBy: by,
    kind: 'contribution' as const,
    from,
    paragraphs: [],
    sheets: sheets(days),
  })),
];

/** The pages that have a place in the row at the top. */
export type PageName = 'today' | 'caseload' | 'classes' | 'meetings' | 'compliance' | 'settings';

/** Names of the pages in the row, as people say them. */
export const pageTitles: Readonly<Record<PageName, string>> = {
  today: 'Today',
  caseload: 'Caseload',
  classes: 'Classes',
  meetings: 'Meetings',
  compliance: 'Compliance',
  settings: 'Settings',
};

/** An address of the tab that names no page yet, as Teams opens it. */
export const namesNoPage = (path: string): boolean => /^\/tab\/?$/.test(path);

/** The pages that have a place in the row at the top. */
export type PageName = 'today' | 'caseload' | 'meetings' | 'settings';

/** Names of the pages in the row, as people say them. */
export const pageTitles: Readonly<Record<PageName, string>> = {
  today: 'Today',
  caseload: 'Caseload',
  meetings: 'Meetings',
  settings: 'Settings',
};

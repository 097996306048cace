import type { TabPage } from './turn.ts';

const pathOf = (page: TabPage): string => {
  if ('pupil' in page) return `pupil/${page.pupil}`;
  return 'meeting' in page ? `meetings/${page.meeting}` : page.page;
};

/** Addresses of the tab's pages for buttons of cards. They open in a browser, on a phone as well, and hold ids only, never a name. */
export const tabLinks =
  (origin: string) =>
  (page: TabPage): string =>
    `${origin}/tab/${pathOf(page)}`;

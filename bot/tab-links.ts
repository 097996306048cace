import { teamsLink } from '#contract/teams-links.ts';
import type { TabPage } from './turn.ts';

const pathOf = (page: TabPage): string => {
  if ('pupil' in page) return `pupil/${page.pupil}`;
  return 'meeting' in page ? `meetings/${page.meeting}` : page.page;
};

/** Where the tab is: the app by its id in Teams (null where the chat is not Teams), and the address at which a browser finds it. */
export type TabAt = { readonly app: string | null; readonly origin: string };

/** Addresses of the tab's pages for buttons of cards: they open it inside Teams, in a browser where Teams has no tabs. Ids only, never a name. */
export const tabLinks =
  ({ app, origin }: TabAt) =>
  (page: TabPage): string =>
    app ? teamsLink({ app, origin }, pathOf(page)) : `${origin}/tab/${pathOf(page)}`;

/** The pupil whose page of the tab an address opens, be it Teams' own or one of a browser; null for every other address. */
export const pupilsOfLinks =
  ({ app, origin }: TabAt) =>
  (address: string): string | null => {
    if (!URL.canParse(address)) return null;
    const link = new URL(address);
    const inTeams = link.host === 'teams.microsoft.com' && link.pathname.startsWith(`/l/entity/${app}/`);
    const page = inTeams ? link.searchParams.get('webUrl') : address;
    return page?.startsWith(`${origin}/tab/`) ? (/^\/tab\/pupil\/([0-9a-f-]{36})/i.exec(page.slice(origin.length))?.[1] ?? null) : null;
  };

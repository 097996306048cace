/** The tab of the app that deep links open, by its name in the manifest. */
export const TAB_ENTITY = 'waymark';

/**
 * An address that opens a page of the tab inside Teams, `today` or `pupil/…?part=plan`, and in a browser where there is no Teams. It carries
 * ids, never a name.
 */
export const teamsLink = ({ app, origin }: { readonly app: string; readonly origin: string }, page: string): string => {
  const query = new URLSearchParams({ webUrl: `${origin}/tab/${page}`, context: JSON.stringify({ subEntityId: page }) });
  return `https://teams.microsoft.com/l/entity/${app}/${TAB_ENTITY}?${query}`;
};

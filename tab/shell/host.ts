import { app, authentication, nestedAppAuth } from '@microsoft/teams-js';

/** Themes Teams can show; anything new is shown light. */
export type ThemeName = 'light' | 'dark' | 'contrast';

/** What Teams tells the tab, and what the tab may ask of it. */
export type Host = {
  readonly theme: ThemeName;
  /** True in the side panel of a running meeting, where the row of pages has no room. */
  readonly sidePanel: boolean;
  /** The address of the page that a deep link asked for, such as `/tab/pupil/…`. */
  readonly subPage: string | null;
  readonly onTheme: (told: (theme: ThemeName) => void) => void;
  /** Teams' own single sign-on; with `claims` it takes the person through what these ask for. */
  readonly token: (claims?: string) => Promise<string>;
  /** Whether this Teams hands out tokens to MSAL itself (nested app authentication). */
  readonly nested: boolean;
  readonly openOutside: (address: string) => void;
};

const PATIENCE_MS = 5000;

const themes: Readonly<Record<string, ThemeName>> = { default: 'light', dark: 'dark', contrast: 'contrast', glass: 'dark' };

/** Teams' name for a theme as ours. */
export const themeOf = (name: string | undefined): ThemeName => themes[name ?? ''] ?? 'light';

/** Rejects where nobody answers: an embedding page that is not Teams never replies. */
const withPatience = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('The page around the tab does not answer as Teams does.')), PATIENCE_MS);
    }),
  ]);

/** What a deep link asks for as an address of the tab; one that leads out of it (`../..`) becomes a page that there is none of. */
const inTab = (page: string): string => {
  const { pathname, search } = new URL(`/tab/${page}`, window.location.origin);
  return pathname.startsWith('/tab/') ? pathname + search : '/tab/elsewhere';
};

const openOutside = (address: string): void => {
  if (address.startsWith('https://teams.microsoft.com/')) void app.openLink(address);
  else window.open(address, '_blank', 'noopener');
};

/** Older hosts throw at the question: then not. */
const offersNested = (): boolean => {
  try {
    return nestedAppAuth.isNAAChannelRecommended();
  } catch {
    return false;
  }
};

/**
 * Joins Teams around this page. Rejects outside Teams, at once where there is no parent window. `room` is the origin of the local room
 * that plays Teams; teams-js then accepts it beside Microsoft's own.
 */
export const joinTeams = async (room: string | null): Promise<Host> => {
  await withPatience(app.initialize(room ? [room] : undefined));
  const context = await withPatience(app.getContext());
  app.notifySuccess();
  return {
    theme: themeOf(context.app.theme),
    sidePanel: context.page.frameContext === 'sidePanel',
    subPage: context.page.subPageId ? inTab(context.page.subPageId) : null,
    onTheme: (told) => app.registerOnThemeChangeHandler((name) => told(themeOf(name))),
    token: (claims) => authentication.getAuthToken(claims ? { claims: [claims] } : undefined),
    nested: offersNested(),
    openOutside,
  };
};

import { type Theme, teamsDarkTheme, teamsLightTheme } from '@fluentui/react-components';

/** Segoe UI is on no Linux and few Macs; what stands in for it must be as wide. */
const fontFamilyBase = "'Segoe UI', 'Open Sans', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', sans-serif";

/** Light or dark with Office; high contrast is Windows' own and overrides both. */
export const paneTheme = (dark: boolean): Theme => ({ ...(dark ? teamsDarkTheme : teamsLightTheme), fontFamilyBase });

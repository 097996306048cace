import { type Theme, teamsDarkTheme, teamsLightTheme } from '@fluentui/react-components';

/** Segoe UI as in Word; where a device lacks it, a face of about the same width, so that five tabs fit in 350 px. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, 'Open Sans', 'Noto Sans', 'Liberation Sans', 'Helvetica Neue', Arial, sans-serif";

/** Light or dark with Office; high contrast is Windows' own and overrides both. */
export const paneTheme = (dark: boolean): Theme => ({ ...(dark ? teamsDarkTheme : teamsLightTheme), fontFamilyBase });

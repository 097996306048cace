import { type Theme, teamsLightTheme } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import { type ThemeName, themeOf } from './host.ts';

export type LoadedTheme = { readonly theme: ThemeName; readonly fluentTheme: Theme };

/** Segoe UI as in Teams; where a device lacks it, a face of about the same width, so that lists keep their columns. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, 'Open Sans', 'Noto Sans', 'Liberation Sans', 'Helvetica Neue', Arial, sans-serif";

/** Light comes with the page; the two others only to those who use them. */
const loaders: Readonly<Record<ThemeName, () => Promise<Theme>>> = {
  light: async () => teamsLightTheme,
  dark: async () => (await import('./theme-dark.ts')).teamsDarkTheme,
  contrast: async () => (await import('./theme-contrast.ts')).teamsHighContrastTheme,
};

/** A theme with our faces. */
export const loadTheme = async (theme: ThemeName): Promise<LoadedTheme> => ({
  theme,
  fluentTheme: { ...(await loaders[theme]()), fontFamilyBase },
});

/** The theme before Teams has answered: the manifest's address carries it, so that a dark screen does not flash white. */
export const firstTheme = (): ThemeName => themeOf(new URLSearchParams(window.location.search).get('theme') ?? undefined);

/** The theme that is shown, and how to change it by name; the newest name wins. */
export const useTheme = (first: LoadedTheme) => {
  const [shown, setShown] = useState(first);
  const wanted = useRef(first.theme);
  const change = useCallback((name: ThemeName) => {
    wanted.current = name;
    loadTheme(name).then((loaded) => {
      if (wanted.current === name) setShown(loaded);
    });
  }, []);
  return [shown, change] as const;
};

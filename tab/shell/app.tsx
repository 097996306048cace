import { FluentProvider, type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePlace } from '../kit/place.ts';
import { type Arrival, arrive } from './arrive.ts';
import { AtTheDoor } from './at-the-door.tsx';
import { Frame } from './frame.tsx';
import { type ThemeName, themeOf } from './host.ts';
import { Inside } from './inside.tsx';
import { PageOnItsWay, routeOf } from './router.tsx';

const themes: Readonly<Record<ThemeName, Theme>> = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** The theme before Teams has answered: the manifest's address carries it, so that a dark screen does not flash white. */
const firstTheme = (): ThemeName => themeOf(new URLSearchParams(window.location.search).get('theme') ?? undefined);

/** From the first paint to the reader's page. */
export const App = () => {
  const [theme, setTheme] = useState<ThemeName>(firstTheme);
  const [arrival, setArrival] = useState<Arrival | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    let here = attempt > 0;
    arrive().then(
      (found) => {
        if (!here) return;
        if (found.how === 'teams') {
          setTheme(found.host.theme);
          found.host.onTheme(setTheme);
        }
        setArrival(found);
      },
      () => here && setArrival('failed'),
    );
    return () => {
      here = false;
    };
  }, [attempt]);
  const again = () => {
    setArrival(null);
    setAttempt(attempt + 1);
  };
  return (
    <FluentProvider theme={themes[theme]} className={`wm-root wm-theme-${theme}`}>
      <Arrived arrival={arrival} again={again} />
    </FluentProvider>
  );
};

const Arrived = ({ arrival, again }: { arrival: Arrival | 'failed' | null; again: () => void }) => {
  const { path } = usePlace();
  if (arrival === 'failed') return <AtTheDoor again={again} />;
  if (arrival?.how === 'at-the-door') return <AtTheDoor door={arrival} again={again} />;
  if (arrival) return <Inside arrival={arrival} />;
  const route = routeOf(path);
  return (
    <Frame pages={route ? [route.of] : []} page={route?.of ?? null} tools={null}>
      <PageOnItsWay title={route?.title ?? 'Waymark'} />
    </Frame>
  );
};

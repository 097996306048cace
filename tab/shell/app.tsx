import { Button, FluentProvider } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePlace } from '../kit/place.ts';
import { Bar } from '../kit/states.tsx';
import { type Arrival, arrive } from './arrive.ts';
import { AtTheDoor } from './at-the-door.tsx';
import { Frame } from './frame.tsx';
import { Inside } from './inside.tsx';
import { PageOnItsWay, routeOf } from './router.tsx';
import { type LoadedTheme, useTheme } from './themes.ts';

/** From the first paint to the reader's page. */
export const App = ({ first }: { first: LoadedTheme }) => {
  const [{ theme, fluentTheme }, setTheme] = useTheme(first);
  const [arrival, setArrival] = useState<Arrival | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(1);
  const [otherVersion, setOtherVersion] = useState(false);
  useEffect(() => {
    let here = attempt > 0;
    arrive(() => setOtherVersion(true)).then(
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
  }, [attempt, setTheme]);
  const again = () => {
    setArrival(null);
    setAttempt(attempt + 1);
  };
  return (
    <FluentProvider theme={fluentTheme} className={`wm-root wm-theme-${theme}`}>
      <div className="wm-app">
        {otherVersion ? <OtherVersion /> : null}
        <Arrived arrival={arrival} again={again} />
      </div>
    </FluentProvider>
  );
};

/** This page and the service are of different versions: something may be shown wrongly until the page is loaded anew. */
const OtherVersion = () => (
  <Bar
    urgency="near"
    end={
      <Button size="small" onClick={() => window.location.reload()}>
        Reload
      </Button>
    }
  >
    Waymark was updated since this page was opened. Something may be shown wrongly until you reload it.
  </Bar>
);

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

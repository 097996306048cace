import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Bar } from '../kit/states.tsx';

type Door = { readonly signIn: () => Promise<void>; readonly room: string | null };

/** Shown outside Teams before anyone has signed in, and where signing in did not work. No record stands behind it yet. */
export const AtTheDoor = ({ door, again }: { door?: Door; again: () => void }) => {
  const [failed, setFailed] = useState(door === undefined);
  return (
    <main className="wm-door">
      <div className="wm-section wm-door-box">
        <h1>Waymark</h1>
        {failed ? <Bar urgency="late">Signing in did not work. Nothing was opened and nothing was changed.</Bar> : null}
        <p>Special educational needs casework. It opens in Teams; in a browser it asks who you are.</p>
        <div className="wm-door-end">
          {door ? (
            <Button appearance={door.room ? 'secondary' : 'primary'} onClick={() => door.signIn().catch(() => setFailed(true))}>
              Sign in here
            </Button>
          ) : (
            <Button appearance="primary" onClick={again}>
              Try again
            </Button>
          )}
          {door?.room ? (
            <Button as="a" appearance="primary" href={door.room}>
              Open in the made-up Teams
            </Button>
          ) : null}
        </div>
      </div>
    </main>
  );
};

import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { RollOver } from '#contract/roll-over.ts';
import { counted } from '../../kit/stage-words.ts';
import type { Doing } from './doing.tsx';

/** Takes the step for all pupils at once: pressed, read, pressed again. */
export const TakeStep = ({ page, busy, doing }: { page: RollOver; busy: boolean; doing: Doing }) => {
  const [asking, setAsking] = useState(false);
  const [without, setWithout] = useState(false);
  const { all, doubt, leaves } = page.counts;
  const alone = page.classes.filter(({ pupils, teacher }) => pupils > 0 && !teacher).map(({ name }) => name);
  const stay = counted(all - leaves, 'pupil');
  const everyone = leaves > 0 ? `${stay} and ${leaves.toLocaleString('en-GB')} who leave` : stay;
  const ready = page.possible && doubt === 0 && all > 0 && (alone.length === 0 || without);
  const take = async () => {
    const body = { school: page.school, version: page.version, pupils: all, withoutTeachers: without };
    await doing('carryOutRollOver', { body }, `${everyone} rolled over into ${page.year}`);
    setAsking(false);
  };
  return (
    <>
      {doubt > 0 ? <p>{counted(doubt, 'pupil is', 'pupils are')} in doubt: settle each below, class by class or one by one.</p> : null}
      {alone.length > 0 ? (
        <Checkbox
          checked={without}
          onChange={(_, { checked }) => setWithout(checked === true)}
          label={`${alone.join(', ')} ${alone.length === 1 ? 'begins' : 'begin'} without a teacher`}
        />
      ) : null}
      {asking ? (
        <div className="settings-buttons">
          <span>Moves {everyone} in one go. It can be taken back until somebody is moved again.</span>
          <Button appearance="primary" disabled={busy || !ready} onClick={() => void take()}>
            {busy ? `Rolling over ${everyone} …` : `Yes, roll over ${everyone}`}
          </Button>
          <Button disabled={busy} onClick={() => setAsking(false)}>
            Not yet
          </Button>
        </div>
      ) : (
        <div className="settings-buttons">
          <Button appearance="primary" disabled={busy || !ready} onClick={() => setAsking(true)}>
            Roll over {everyone}
          </Button>
        </div>
      )}
    </>
  );
};

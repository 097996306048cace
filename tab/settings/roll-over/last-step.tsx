import type { RollOver } from '#contract/roll-over.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../../kit/moment.ts';
import { useReach } from '../../kit/reach.ts';
import { Bar } from '../../kit/states.tsx';
import { type Doing, SmallButton } from './doing.tsx';

/** The step that was taken last; taking it back, or why it stays. */
export const LastStep = ({ last, busy, doing }: { last: NonNullable<RollOver['last']>; busy: boolean; doing: Doing }) => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  const undo = () => void doing('undoRollOver', { path: { step: last.id }, body: {} }, `The step into ${last.year} is taken back`);
  return (
    <section className="wm-section" aria-label="The last step">
      <Bar
        urgency="info"
        end={
          last.state === 'done' && last.keeps === null ? (
            <SmallButton disabled={busy} onClick={undo}>
              Take it back
            </SmallButton>
          ) : null
        }
      >
        {last.words} {dayWords(dayAt(last.at, zone), me.today)}, {clockTime(last.at, zone)}.
        {last.keeps ? ` It cannot be taken back any more. ${last.keeps}` : ''}
      </Bar>
    </section>
  );
};

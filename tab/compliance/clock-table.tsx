import { Button } from '@fluentui/react-components';
import type { WatchedClock } from '#contract/compliance.ts';
import { DueDate } from '../kit/due-date.tsx';
import { OwnerMark } from '../kit/owner-mark.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useSteps } from '../kit/use-steps.ts';
import { LateReason } from './late-reason.tsx';

type Props = { rows: readonly WatchedClock[]; stale: boolean; again: () => void };

const HEADS = ['Due', 'Days left', 'What is owed', 'Pupil', 'Owed by', 'Why this date', 'Last step'] as const;

/** The clocks that were chosen, the nearest first; the same rows and verbs as Today. */
export const ClockTable = ({ rows, stale, again }: Props) => {
  const primary = rows.find(({ mine, mark }) => mine && mark === 'late')?.clock;
  return (
    <table className="compliance-table">
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="wm-hidden">Next step</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((clock) => (
          <ClockRow key={clock.clock} clock={clock} primary={clock.clock === primary} stale={stale} again={again} />
        ))}
      </tbody>
    </table>
  );
};

const ClockRow = ({ clock, primary, stale, again }: { clock: WatchedClock; primary: boolean; stale: boolean; again: () => void }) => {
  const { me, chase } = useReach();
  const step = useSteps();
  const { pupil } = clock;
  const chased = !stale && mayBeChased(clock) && me.roles.includes('coordinator');
  return (
    <tr>
      <th scope="row" data-title="Due">
        <DueDate day={clock.due} clock={clock.clock} />
      </th>
      <td data-title="Days left">
        <UrgencyMark urgency={clock.urgency}>{clock.daysWords}</UrgencyMark>
      </td>
      <td data-title="What is owed">
        <span className="wm-strong">{clock.title}</span>
        <LateReason clock={clock} off={stale} onSaved={again} />
      </td>
      <td data-title="Pupil">
        <PageLink to={`/tab/pupil/${pupil.id}`}>{pupil.name}</PageLink>
      </td>
      <td data-title="Owed by">
        <OwnerMark owner={clock.owner} reader={me.person.name} />
        {clock.claimed ? <p className="wm-second">Says it may be late</p> : null}
      </td>
      <td data-title="Why this date" className="compliance-why">
        {clock.why}
      </td>
      <td data-title="Last step">{clock.lastStep}</td>
      <td>
        <Button
          size="small"
          appearance={primary ? 'primary' : 'secondary'}
          className="compliance-step"
          onClick={() => step(clock.step, pupil.id)}
        >
          {clock.step.words}
          <span className="wm-hidden">
            , {clock.title}, {pupil.name}
          </span>
        </Button>
        {chased ? (
          <Button size="small" appearance="subtle" className="compliance-step" onClick={() => chase(clock.clock)}>
            Chase
            <span className="wm-hidden">
              , {clock.title}, {pupil.name}
            </span>
          </Button>
        ) : null}
      </td>
    </tr>
  );
};

/** Somebody else's date that is open: an agency's, the authority's, a colleague's. Families are telephoned. */
const mayBeChased = ({ mark, mine, side, owner }: WatchedClock): boolean =>
  (mark === 'late' || mark === 'due') && !mine && side !== 'families' && owner.kind !== 'you';

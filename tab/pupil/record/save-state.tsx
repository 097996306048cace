import { Button } from '@fluentui/react-components';
import type { CallFailed } from '#contract/calls.ts';
import { clockTime } from '../../kit/moment.ts';
import { useReach } from '../../kit/reach.ts';
import { counted } from '../../kit/stage-words.ts';
import { Bar } from '../../kit/states.tsx';
import type { Draft, Standing } from './draft.ts';

/** How what was typed stands to the record, in words. `Saved 10:14` is said once and stays. */
export const SaveWords = ({ standing }: { standing: Standing }) => {
  const { me } = useReach();
  const words = {
    'as-kept': 'Changes save themselves',
    typing: 'Not saved yet',
    saving: 'Saving…',
    saved: standing.is === 'saved' ? `Saved ${clockTime(standing.entry.changedAt, me.organisation.timeZone)}` : '',
    'not-valid': standing.is === 'not-valid' ? `Not saved: ${counted(standing.faults.length, 'field')} to put right` : '',
    refused: 'Not saved',
    'not-sent': 'Kept here, not sent',
    met: 'Not saved: someone else saved it first',
  }[standing.is];
  return (
    <span className={`record-saved record-saved-${standing.is}`} role="status">
      {words}
    </span>
  );
};

/** What happened to a save that was not taken, what still holds, and what to press. */
export const SaveBar = ({ draft, standing }: { draft: Draft; standing: Standing }) => {
  if (standing.is === 'not-sent')
    return (
      <Bar
        urgency="near"
        end={
          <Button size="small" onClick={() => void draft.save()}>
            Send again
          </Button>
        }
      >
        What you wrote is kept here and was not sent: {standing.failed.message} It is sent again by itself; tried{' '}
        {counted(standing.tries, 'time')}.{reference(standing.failed.problem)}
      </Bar>
    );
  if (standing.is === 'refused')
    return (
      <Bar urgency="late">
        {standing.failed.message} What you wrote is still here.
        {reference(standing.failed.problem)}
      </Bar>
    );
  return null;
};

const reference = ({ reference: named, fault }: CallFailed['problem']): string =>
  named === '-' ? '' : ` Reference ${named}${fault ? `, ${fault}` : ''}.`;

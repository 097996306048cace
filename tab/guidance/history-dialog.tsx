import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { GuidanceEntry } from '#contract/guidance.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { clockTime } from '../kit/moment.ts';
import { useReach } from '../kit/reach.ts';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** Every edition, the newest first: who, when, and what changed. */
export const HistoryDialog = ({ entry, onClose }: { entry: GuidanceEntry; onClose: () => void }) => {
  const { me } = useReach();
  const { answer, failed, again } = useAnswer('guidanceHistory', { entry: entry.id });
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>History: {entry.line}</DialogTitle>
          <DialogContent>
            {failed ? <FailedBar failed={failed} again={again} /> : null}
            {!answer && !failed ? <SkeletonRows rows={3} /> : null}
            <ol className="guidance-history">
              {answer?.editions.map(({ version, at, by, deedWords, changes }) => (
                <li key={version}>
                  <strong>{deedWords}</strong> by {by}, {dayWordsWithYear(at.slice(0, 10) as Day)} {clockTime(at, me.organisation.timeZone)}
                  {changes.map(({ label, from, to }) => (
                    <p key={label} className="wm-second">
                      {label}: “{from || 'nothing'}” became “{to || 'nothing'}”
                    </p>
                  ))}
                </li>
              ))}
            </ol>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

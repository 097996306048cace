import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useEffect, useRef, useState } from 'react';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { PressLink } from '../../kit/page-link.tsx';
import { useReach } from '../../kit/reach.ts';
import { counted } from '../../kit/stage-words.ts';
import { FailedBar, SkeletonRows } from '../../kit/states.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import { everything, isNarrowed, narrowed } from './narrow.ts';
import { PrintedTimeline } from './printed-timeline.tsx';
import { TimelineEntry } from './timeline-entry.tsx';
import { TimelineFilters } from './timeline-filters.tsx';
import './timeline.css';

/** How many entries are drawn at once; the rest follows as it is asked for. */
const STEP = 100;

/** All of a pupil's timeline: narrowed by kind, author, words and dates, and printed as it is narrowed. */
export const WholeTimeline = ({ pupil, prints }: { pupil: Pupil; prints: boolean }) => {
  const { me, announce } = useReach();
  const { answer, failed, again } = useAnswer('timeline', { pupil: pupil.id });
  const [narrowing, setNarrowing] = useState(everything);
  const [drawn, setDrawn] = useState(STEP);
  const [printing, setPrinting] = useState(prints);
  const entries = answer?.entries ?? [];
  const found = narrowed(entries, narrowing);
  const count = useRef<number | null>(null);
  useEffect(() => {
    if (answer && count.current !== null && count.current !== found.length) announce(counted(found.length, 'entry', 'entries'));
    count.current = answer ? found.length : null;
  }, [answer, found.length, announce]);
  if (!answer) return failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows />;
  const shown = found.slice(0, drawn);
  return (
    <>
      <TimelineFilters
        entries={entries}
        narrowing={narrowing}
        onNarrow={(next) => {
          setNarrowing(next);
          setDrawn(STEP);
        }}
      />
      <p className="pupil-timeline-found wm-second">
        {isNarrowed(narrowing) ? (
          <>
            {found.length} of {counted(entries.length, 'entry', 'entries')} ·{' '}
            <PressLink className="wm-link-lined" onPress={() => setNarrowing(everything)}>
              Show all
            </PressLink>
          </>
        ) : (
          `All ${counted(entries.length, 'entry', 'entries')}`
        )}
        <Button size="small" appearance="transparent" icon={<PrintRegular />} onClick={() => setPrinting(true)} disabled={!found.length}>
          Print {isNarrowed(narrowing) ? 'these' : 'all'}
        </Button>
      </p>
      {found.length ? (
        <ol className="pupil-timeline">
          {shown.map((entry) => (
            <TimelineEntry key={entry.id} entry={entry} today={me.today} />
          ))}
        </ol>
      ) : (
        <p className="pupil-none">Nothing on the timeline answers to this.</p>
      )}
      {shown.length < found.length ? (
        <p className="wm-foot">
          <PressLink className="wm-link-lined" onPress={() => setDrawn(drawn + STEP)}>
            Earlier: {counted(found.length - shown.length, 'entry', 'entries')}
          </PressLink>
        </p>
      ) : null}
      {printing ? <PrintedTimeline pupil={pupil} entries={found} narrowing={narrowing} onDone={() => setPrinting(false)} /> : null}
    </>
  );
};

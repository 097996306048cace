import { Button } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { lazy, Suspense, useState } from 'react';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { PressLink } from '../../kit/page-link.tsx';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { counted } from '../../kit/stage-words.ts';
import { TimelineEntry } from './timeline-entry.tsx';

const WholeTimeline = lazy(() => import('./whole-timeline.tsx').then((module) => ({ default: module.WholeTimeline })));

const FIRST = 8;

/** What happened, the newest first: a few entries, or all of them to narrow and to print. */
export const Timeline = ({ pupil }: { pupil: Pupil }) => {
  const { me } = useReach();
  const [whole, setWhole] = useState<'to-read' | 'to-print' | null>(null);
  const shown = pupil.timeline.slice(0, FIRST);
  const more = pupil.timelineCount - shown.length;
  const first = (
    <ol className="pupil-timeline">
      {shown.map((entry) => (
        <TimelineEntry key={entry.id} entry={entry} today={me.today} />
      ))}
    </ol>
  );
  return (
    <Section
      title="Timeline"
      aside={counted(pupil.timelineCount, 'entry', 'entries')}
      end={
        pupil.timelineCount && !whole ? (
          <>
            <Button size="small" appearance="transparent" icon={<FilterRegular />} onClick={() => setWhole('to-read')}>
              Filter
            </Button>
            <Button size="small" appearance="transparent" icon={<PrintRegular />} onClick={() => setWhole('to-print')}>
              Print
            </Button>
          </>
        ) : null
      }
    >
      {whole ? (
        <Suspense fallback={first}>
          <WholeTimeline pupil={pupil} prints={whole === 'to-print'} />
        </Suspense>
      ) : (
        <>
          {shown.length ? first : <p className="pupil-none">Nothing has been written yet.</p>}
          {more > 0 ? (
            <p className="wm-foot">
              <PressLink className="wm-link-lined" onPress={() => setWhole('to-read')}>
                Earlier: {counted(more, 'entry', 'entries')}
              </PressLink>
            </p>
          ) : null}
        </>
      )}
    </Section>
  );
};

import { Button, Popover, PopoverSurface } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { stageWords, yearWords } from '../kit/stage-words.ts';

type Props = { row: CaseloadRow; at: HTMLElement; byKey: boolean; onClose: () => void };

/** Under the row, from the name: why flagged, what works, last contact. It takes focus only when a key opened it. */
export const Glance = ({ row, at, byKey, onClose }: Props) => {
  const { me, log } = useReach();
  const open = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (byKey) requestAnimationFrame(() => open.current?.querySelector('button')?.focus());
  }, [byKey]);
  return (
    <Popover
      open
      onOpenChange={(_, change) => {
        if (!change.open) onClose();
      }}
      unstable_disableAutoFocus
      positioning={{ target: at, position: 'below', align: 'start', offset: { mainAxis: 2, crossAxis: 36 } }}
    >
      <PopoverSurface
        className="caseload-glance"
        aria-label={`${row.givenName} ${row.surname} at a glance`}
        onMouseLeave={() => !byKey && onClose()}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() === 'l' && !event.ctrlKey) {
            event.preventDefault();
            event.stopPropagation();
            onClose();
            log({ pupil: row.id });
          }
        }}
      >
        <div className="caseload-glance-head" ref={open}>
          <strong>
            {row.givenName} {row.surname}
          </strong>
          <span className="wm-second">
            {[yearWords(row.yearGroup, me.organisation.jurisdiction), stageWords(row.stage, me.organisation.jurisdiction), row.caseRef]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Button size="small" onClick={() => go(`/tab/pupil/${row.id}`)}>
            Open
          </Button>
        </div>
        <div className="caseload-glance-parts">
          <div>
            <h3>Why flagged</h3>
            {row.flags.length ? (
              <ul>
                {row.flags.map((flag) => (
                  <li key={flag.words}>{flag.words}</li>
                ))}
              </ul>
            ) : (
              <p>Nothing asks for a look.</p>
            )}
          </div>
          <div>
            <h3>What works</h3>
            {row.whatWorks.length ? (
              <ol>
                {row.whatWorks.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ol>
            ) : (
              <p>Not asked yet.</p>
            )}
          </div>
        </div>
        <div className="caseload-glance-foot">
          <span>{row.lastContact ? `Last contact: ${dayWords(row.lastContact, me.today)}` : 'No contact logged yet'}</span>
          <span>
            <kbd>Enter</kbd> open <kbd>L</kbd> log <kbd>Esc</kbd> close
          </span>
        </div>
      </PopoverSurface>
    </Popover>
  );
};

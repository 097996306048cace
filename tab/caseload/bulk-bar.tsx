import { Button } from '@fluentui/react-components';
import { CalendarMonthRegular } from '@fluentui/react-icons/svg/calendar-month';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { PersonSwapRegular } from '@fluentui/react-icons/svg/person-swap';
import { useEffect, useRef, useState } from 'react';
import type { DoneForMany } from '#contract/caseload-work.ts';
import { useReach } from '../kit/reach.ts';
import { Bar } from '../kit/states.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { KeyWorkerDialog } from './key-worker-dialog.tsx';
import { ReviewMonthDialog } from './review-month-dialog.tsx';
import type { Selection } from './use-selection.ts';

type Deed = 'ask' | 'key-worker' | 'review-month';

/** What can be done for several pupils at once; it stands in the place of the filters, at their height. */
export const BulkBar = ({ selection, again }: { selection: Selection; again: () => void }) => {
  const [open, setOpen] = useState<Deed | null>(null);
  const [done, setDone] = useState<{ readonly deed: Deed; readonly reply: DoneForMany } | null>(null);
  const { announce } = useReach();
  const { chosen } = selection;
  const count = chosen.length;
  useSaidCount(count);
  const onDone = (deed: Deed) => (reply: DoneForMany) => {
    setOpen(null);
    setDone({ deed, reply });
    announce(reply.sentence);
    again();
    if (!reply.not.length) selection.clear();
  };
  const dialog = { pupils: chosen, onClose: () => setOpen(null) };
  return (
    <>
      {count ? (
        <div className="caseload-filters caseload-bulk" role="toolbar" aria-label="For the selected pupils">
          <strong>{count.toLocaleString('en-GB')} selected</strong>
          <Button size="small" appearance="primary" icon={<ChatRegular />} onClick={() => setOpen('ask')}>
            Ask for contributions
          </Button>
          <Button size="small" icon={<PersonSwapRegular />} onClick={() => setOpen('key-worker')}>
            Change key worker
          </Button>
          <Button size="small" icon={<CalendarMonthRegular />} onClick={() => setOpen('review-month')}>
            Set review month
          </Button>
          <ExportButtons pupils={chosen} />
          <Button size="small" appearance="transparent" className="wm-end" icon={<DismissRegular />} onClick={selection.clear}>
            Clear
          </Button>
        </div>
      ) : null}
      {done ? <Outcome reply={done.reply} again={() => setOpen(done.deed)} onClose={() => setDone(null)} selection={selection} /> : null}
      {open === 'ask' ? <AskDialog {...dialog} onDone={onDone('ask')} /> : null}
      {open === 'key-worker' ? <KeyWorkerDialog {...dialog} onDone={onDone('key-worker')} /> : null}
      {open === 'review-month' ? <ReviewMonthDialog {...dialog} onDone={onDone('review-month')} /> : null}
    </>
  );
};

/** So long a dialogue takes to give the keyboard back to where it came from. */
const GIVEN_BACK_MS = 100;

/** Says how many are chosen, and gives the keyboard back to the list when the bar with its buttons goes. */
const useSaidCount = (count: number) => {
  const { announce } = useReach();
  const before = useRef(0);
  useEffect(() => {
    if (count === before.current) return;
    const gone = before.current > 0 && count === 0;
    before.current = count;
    if (count > 0) return announce(`${count.toLocaleString('en-GB')} selected`);
    const back = setTimeout(() => {
      const nowhere = document.activeElement === null || document.activeElement === document.body;
      if (gone && nowhere) document.querySelector<HTMLElement>('[data-stand]')?.focus();
    }, GIVEN_BACK_MS);
    return () => clearTimeout(back);
  }, [count, announce]);
};

type OutcomeProps = { reply: DoneForMany; selection: Selection; again: () => void; onClose: () => void };

/** What became of it. Who was left is named with the reason, and stays chosen alone for one more try. */
const Outcome = ({ reply, selection, again, onClose }: OutcomeProps) => {
  const named = reply.not.filter(({ name }) => name);
  const retry = () => {
    selection.only(named.map(({ pupil }) => pupil));
    again();
  };
  return (
    <Bar
      urgency={reply.not.length ? 'near' : 'info'}
      end={
        <>
          {named.length ? (
            <Button size="small" onClick={retry}>
              Try again for {named.length === 1 ? named[0]?.name : `these ${named.length}`}
            </Button>
          ) : null}
          <Button size="small" appearance="transparent" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />
        </>
      }
    >
      {reply.sentence}
      {reply.not.length ? (
        <ul className="caseload-not">
          {reply.not.map(({ pupil, name, why }) => (
            <li key={pupil}>{name ? `${name}: ${why}.` : why}</li>
          ))}
        </ul>
      ) : null}
    </Bar>
  );
};

import { Button } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useEffect, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';

const barIcons = { info: InfoRegular, near: WarningFilled, late: ErrorCircleFilled } as const;

type BarProps = { urgency: keyof typeof barIcons; children: ReactNode; end?: ReactNode };

/** A bar at the top of the part it is about: what happened, what still holds, what to press. */
export const Bar = ({ urgency, children, end }: BarProps) => {
  const Icon = barIcons[urgency];
  return (
    <div className={`wm-bar wm-bar-${urgency}`} role={urgency === 'info' ? 'status' : 'alert'}>
      <Icon className={`wm-mark-icon wm-mark-icon-${urgency}`} aria-hidden />
      <div className="wm-bar-words">{children}</div>
      {end}
    </div>
  );
};

/** What to quote: the reference under which it stands in the log, and the code of a fault that is known, which leads to its page. */
const ReferenceWords = ({ problem: { reference, fault } }: { problem: CallFailed['problem'] }) => {
  if (reference === '-') return null;
  const page = fault ? (
    <a className="wm-link wm-link-lined" href={`/faults/${fault}`} target="_blank" rel="noreferrer">
      {fault}
    </a>
  ) : null;
  return (
    <>
      {` Reference ${reference}${page ? ', ' : ''}`}
      {page}.
    </>
  );
};

/** Why something failed, with the reference to quote and one thing to press. */
export const FailedBar = ({ failed, again, words = 'Try again' }: { failed: CallFailed; again?: () => void; words?: string }) => (
  <Bar
    urgency="late"
    end={
      again ? (
        <Button size="small" onClick={again}>
          {words}
        </Button>
      ) : null
    }
  >
    {failed.message}
    <ReferenceWords problem={failed.problem} />
  </Bar>
);

/** Last data, shown because Waymark cannot be reached. */
export const StaleBar = ({ asOf, again }: { asOf: string; again: () => void }) => (
  <Bar
    urgency="info"
    end={
      <Button size="small" onClick={again}>
        Try now
      </Button>
    }
  >
    Shown as of <strong>{asOf}</strong>. Waymark cannot be reached; nothing can be changed until it answers.
  </Bar>
);

/** Nothing for 0.3 s, so that a quick answer does not flicker; then true. */
export const useSlow = (): boolean => {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return slow;
};

const WIDTHS = [
  [38, 48],
  [41, 43],
  [44, 38],
  [46, 40],
  [37, 49],
] as const;

const skeletonRows = (rows: number) =>
  Array.from({ length: rows }, (_, row) => ({ row, widths: WIDTHS[row % WIDTHS.length] ?? WIDTHS[0] }));

/** Grey rows in the shape of a list while the true ones are on their way. */
export const SkeletonRows = ({ rows = 8 }: { rows?: number }) => {
  const slow = useSlow();
  return (
    <div className="wm-skeleton" aria-busy="true" aria-label="Loading" role="status">
      {slow
        ? skeletonRows(rows).map(({ row, widths: [first, second] }) => (
            <div className="wm-skeleton-row" key={row}>
              <span style={{ width: 16, flex: 'none' }} />
              <span style={{ width: `${first}%` }} />
              <span style={{ width: `${second}%` }} />
              <span style={{ width: '19%' }} />
            </div>
          ))
        : null}
    </div>
  );
};

/** One sentence and one step, where a list has nothing to show. */
export const Empty = ({ icon, title, children, end }: { icon?: ReactNode; title: string; children?: ReactNode; end?: ReactNode }) => (
  <div className="wm-empty">
    {icon}
    <p className="wm-empty-title">{title}</p>
    {children ? <p className="wm-empty-words">{children}</p> : null}
    {end ? <div className="wm-empty-end">{end}</div> : null}
  </div>
);

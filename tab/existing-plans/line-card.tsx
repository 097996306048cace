import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ExistingPlan, PlanLine } from '#contract/existing-plans.ts';
import { LineFields } from './line-fields.tsx';
import { lineDetail, lineNames } from './words.ts';

type Props = {
  plan: ExistingPlan;
  line: PlanLine;
  number: number;
  current: boolean;
  shut: boolean;
  codes: ReadonlyMap<string, string>;
  onCurrent: () => void;
  onMove: (by: 1 | -1) => void;
  onDecide: (state: PlanLine['state'], values?: PlanLine['values']) => Promise<boolean>;
};

const isField = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
const isButton = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('button') !== null;

/** One line: its words and what was read of them; the chosen one opens its fields. Enter confirms, E changes, X leaves out, arrows move. */
export const LineCard = (props: Props) => {
  const { plan, line, number, current, shut, codes, onCurrent, onMove, onDecide } = props;
  const [values, setValues] = useState(line.values);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => setValues(line.values), [line.values]);
  const changed = values !== line.values;
  const decide = async (state: PlanLine['state']) => {
    if (shut) return;
    if (await onDecide(state, state === 'confirmed' && changed ? values : undefined)) onMove(1);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inField = isField(event.target);
    if (event.key === 'Escape' && inField) card.current?.focus();
    else if (event.key === 'Enter' && !isButton(event.target) && !(event.target instanceof HTMLTextAreaElement && event.shiftKey))
      void decide('confirmed');
    else if (inField) return;
    else if (event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'ArrowUp') onMove(-1);
    else if (event.key.toLowerCase() === 'x') void decide('left-out');
    else if (event.key.toLowerCase() === 'e') card.current?.querySelector<HTMLElement>('textarea')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li
      ref={card}
      id={`line-${line.id}`}
      className={current ? 'plan-line plan-line-current' : 'plan-line'}
      tabIndex={current ? 0 : -1}
      onKeyDown={onKey}
      onFocus={(event) => event.target === card.current && onCurrent()}
      aria-current={current ? 'true' : undefined}
    >
      <span className="plan-number">{number}</span>
      <div className="plan-line-words">
        <span className="wm-second">
          {lineNames[line.kind]}
          {line.place.startsWith('section') ? `, ${line.place}` : ''}
          {line.fromTable ? ' · read from a table row' : ''}
        </span>
        {current && !shut ? (
          <LineFields
            plan={plan}
            line={line}
            values={values}
            change={(changes) => setValues({ ...values, ...changes } as PlanLine['values'])}
          />
        ) : (
          <>
            <p>{line.values.text}</p>
            <span className="wm-second">{lineDetail(line, codes)}</span>
          </>
        )}
        {line.cautions.map((caution) => (
          <p key={caution} className="plan-caution">
            <WarningFilled aria-hidden /> {caution}
          </p>
        ))}
        {current && !shut ? <Deciding line={line} changed={changed} onDecide={(state) => void decide(state)} /> : null}
      </div>
      <Standing line={line} current={current} shut={shut} onConfirm={() => void decide('confirmed')} onChange={onCurrent} />
    </li>
  );
};

const Deciding = ({ line, changed, onDecide }: { line: PlanLine; changed: boolean; onDecide: (state: PlanLine['state']) => void }) => (
  <div className="plan-deciding">
    <Button size="small" appearance="primary" onClick={() => onDecide('confirmed')} disabled={line.state === 'confirmed' && !changed}>
      {line.state === 'confirmed' ? 'Save the change' : 'Confirm'}
    </Button>
    {line.state === 'left-out' ? null : (
      <Button size="small" onClick={() => onDecide('left-out')}>
        Leave out
      </Button>
    )}
    {line.state === 'found' ? null : (
      <Button size="small" appearance="transparent" onClick={() => onDecide('found')}>
        Take back
      </Button>
    )}
    <span className="wm-second plan-keys">
      <kbd>Enter</kbd> confirm <kbd>↓</kbd> next <kbd>E</kbd> change <kbd>X</kbd> leave out
    </span>
  </div>
);

const Standing = ({
  line,
  current,
  shut,
  onConfirm,
  onChange,
}: {
  line: PlanLine;
  current: boolean;
  shut: boolean;
  onConfirm: () => void;
  onChange: () => void;
}) => {
  if (line.state === 'confirmed')
    return (
      <span className="plan-state">
        <CheckmarkRegular aria-hidden /> Confirmed
      </span>
    );
  if (line.state === 'left-out') return <span className="plan-state">Left out</span>;
  if (current || shut) return null;
  return (
    <span className="plan-state">
      <Button size="small" tabIndex={-1} onClick={onConfirm}>
        Confirm
      </Button>
      <Button size="small" tabIndex={-1} appearance="transparent" onClick={onChange}>
        Change
      </Button>
    </span>
  );
};

import { Button, Field, Input, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import type { SchoolCalendarPage } from '#contract/school-calendar.ts';
import { isDay } from '#domain/calendar/day.ts';
import { rangeWords } from '#domain/calendar/wording.ts';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { counted } from '../../kit/stage-words.ts';
import { freshLine, type TypedCalendar, type TypedOff } from './typed-calendar.ts';

type Props = { typed: TypedCalendar; may: boolean; change: (part: Partial<TypedCalendar>) => void };
type Line = { readonly id: string };

const without = <L extends Line>(lines: readonly L[], { id }: Line): readonly L[] => lines.filter((line) => line.id !== id);
const replaced = <L extends Line>(lines: readonly L[], line: L): readonly L[] => lines.map((each) => (each.id === line.id ? line : each));

const DayField = ({ label, value, may, onType }: { label: string; value: string; may: boolean; onType: (value: string) => void }) => (
  <Field label={label} size="small">
    <Input size="small" type="date" value={value} readOnly={!may} onChange={(_, now) => onType(now.value)} />
  </Field>
);

type ListProps<L extends Line> = {
  title: string;
  aside: string;
  add: string;
  may: boolean;
  onAdd: () => void;
  none: string;
  /** What lines that are over are called: one, and more. */
  past: readonly [string, string];
  lines: readonly L[];
  /** The last day of a line; those that are over are folded away. */
  lastOf: (line: L) => string;
  row: (line: L) => ReactNode;
};

const Lines = <L extends Line>({ title, aside, add, may, onAdd, none, past, lines, lastOf, row }: ListProps<L>) => {
  const { me } = useReach();
  const isOver = (line: L) => isDay(lastOf(line)) && lastOf(line) < me.today;
  const over = lines.filter(isOver);
  const current = lines.filter((line) => !isOver(line));
  return (
    <Section
      title={title}
      aside={aside}
      end={
        may ? (
          <Button size="small" icon={<AddRegular />} onClick={onAdd}>
            {add}
          </Button>
        ) : null
      }
    >
      {lines.length === 0 ? <p className="settings-sync-none wm-second">{none}</p> : null}
      {current.length ? <ul className="wm-list calendar-lines">{current.map(row)}</ul> : null}
      {over.length ? (
        <details className="calendar-over">
          <summary>{counted(over.length, past[0], past[1])}</summary>
          <ul className="wm-list calendar-lines">{over.map(row)}</ul>
        </details>
      ) : null}
    </Section>
  );
};

const Remove = ({ what, may, onPress }: { what: string; may: boolean; onPress: () => void }) =>
  may ? <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label={`Remove ${what}`} onClick={onPress} /> : null;

const rangeOf = (from: string, to: string): string => (isDay(from) && isDay(to) ? rangeWords(from, to) : 'this line');

/** Terms, or whole years of teaching, with the school days in each. */
export const TermLines = ({ calendar, typed, may, change }: Props & { calendar: SchoolCalendarPage }) => (
  <Lines
    title="Terms"
    aside="First and last day with pupils. A whole school year in one line will do, with its holidays below."
    add="Add a term"
    may={may}
    onAdd={() => change({ terms: [...typed.terms, { id: freshLine(), from: '', to: '' }] })}
    none="No term yet. Clocks that count school days have no date until there is one."
    past={['past term', 'past terms']}
    lines={typed.terms}
    lastOf={({ to }) => to}
    row={(term) => {
      const stored = calendar.facts.terms.findIndex(({ from, to }) => from === term.from && to === term.to);
      return (
        <li key={term.id} className="calendar-line">
          <DayField
            label="From"
            value={term.from}
            may={may}
            onType={(from) => change({ terms: replaced(typed.terms, { ...term, from }) })}
          />
          <DayField label="To" value={term.to} may={may} onType={(to) => change({ terms: replaced(typed.terms, { ...term, to }) })} />
          <span className="wm-second calendar-count">{stored >= 0 ? counted(calendar.schoolDays[stored] ?? 0, 'school day') : ''}</span>
          <Remove what={`term ${rangeOf(term.from, term.to)}`} may={may} onPress={() => change({ terms: without(typed.terms, term) })} />
        </li>
      );
    }}
  />
);

const KINDS: Readonly<Record<TypedOff['kind'], string>> = { holiday: 'Holiday', training: 'Training day (INSET)', other: 'Something else' };

/** Days without school inside the terms, as they were published. */
export const OffLines = ({ typed, may, change }: Props) => (
  <Lines
    title="Holidays and training days"
    aside="Published days without pupils inside the terms."
    add="Add days off"
    may={may}
    onAdd={() => change({ daysOff: [...typed.daysOff, { id: freshLine(), from: '', to: '', kind: 'holiday', words: '' }] })}
    none="No days off yet."
    past={['past stretch of days off', 'past stretches of days off']}
    lines={typed.daysOff}
    lastOf={({ to }) => to}
    row={(off) => {
      const put = (part: Partial<TypedOff>) => change({ daysOff: replaced(typed.daysOff, { ...off, ...part }) });
      return (
        <li key={off.id} className="calendar-line">
          <DayField label="From" value={off.from} may={may} onType={(from) => put({ from })} />
          <DayField label="To" value={off.to} may={may} onType={(to) => put({ to })} />
          <Field label="Kind" size="small">
            <Select size="small" value={off.kind} disabled={!may} onChange={(_, chosen) => put({ kind: chosen.value as TypedOff['kind'] })}>
              {Object.entries(KINDS).map(([kind, words]) => (
                <option key={kind} value={kind}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Name" size="small">
            <Input size="small" value={off.words} maxLength={120} readOnly={!may} onChange={(_, now) => put({ words: now.value })} />
          </Field>
          <Remove
            what={`days off ${rangeOf(off.from, off.to)}`}
            may={may}
            onPress={() => change({ daysOff: without(typed.daysOff, off) })}
          />
        </li>
      );
    }}
  />
);

/** Days on which school was to open and did not: snow, a boiler. */
export const ClosureLines = ({ typed, may, change }: Props) => {
  const { me } = useReach();
  return (
    <Lines
      title="Closed after all"
      aside="A snow day, a burst boiler: a day on which school was to open and did not."
      add="Add a closed day"
      may={may}
      onAdd={() => change({ closures: [...typed.closures, { id: freshLine(), on: me.today, reason: '', announcedOn: me.today }] })}
      none="None."
      past={['past closed day', 'past closed days']}
      lines={typed.closures}
      lastOf={({ on }) => on}
      row={(closure) => (
        <li key={closure.id} className="calendar-line">
          <DayField
            label="Day"
            value={closure.on}
            may={may}
            onType={(on) => change({ closures: replaced(typed.closures, { ...closure, on }) })}
          />
          <Field label="Why" size="small">
            <Input
              size="small"
              value={closure.reason}
              maxLength={200}
              readOnly={!may}
              onChange={(_, now) => change({ closures: replaced(typed.closures, { ...closure, reason: now.value }) })}
            />
          </Field>
          <Remove
            what={`the closed day ${rangeOf(closure.on, closure.on)}`}
            may={may}
            onPress={() => change({ closures: without(typed.closures, closure) })}
          />
        </li>
      )}
    />
  );
};

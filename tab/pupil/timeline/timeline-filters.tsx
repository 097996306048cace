import { Field, Input, Select } from '@fluentui/react-components';
import type { TimelineEntry } from '#contract/pupils.ts';
import { authorsOf, type Narrowing } from './narrow.ts';
import { type TimelineKind, timelineKinds } from './timeline-kinds.ts';

type Props = { entries: readonly TimelineEntry[]; narrowing: Narrowing; onNarrow: (narrowing: Narrowing) => void };

/** Kind, author, words and dates; each narrows what the others leave. */
export const TimelineFilters = ({ entries, narrowing, onNarrow }: Props) => {
  const change = (part: Partial<Narrowing>) => onNarrow({ ...narrowing, ...part });
  const kinds = (Object.keys(timelineKinds) as TimelineKind[]).filter((kind) => entries.some((entry) => entry.kind === kind));
  return (
    <search className="pupil-timeline-filters" aria-label="Narrow the timeline">
      <Field label="Words" size="small">
        <Input size="small" type="search" value={narrowing.words} onChange={(_, now) => change({ words: now.value })} />
      </Field>
      <Field label="Kind" size="small">
        <Select size="small" value={narrowing.kind} onChange={(_, now) => change({ kind: now.value as Narrowing['kind'] })}>
          <option value="all">All kinds</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {timelineKinds[kind].title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Author" size="small">
        <Select size="small" value={narrowing.by} onChange={(_, now) => change({ by: now.value })}>
          <option value="">Everyone</option>
          {authorsOf(entries).map((by) => (
            <option key={by}>{by}</option>
          ))}
        </Select>
      </Field>
      <Field label="From" size="small">
        <Input size="small" type="date" value={narrowing.from} onChange={(_, now) => change({ from: now.value })} />
      </Field>
      <Field label="To" size="small">
        <Input size="small" type="date" value={narrowing.to} onChange={(_, now) => change({ to: now.value })} />
      </Field>
    </search>
  );
};

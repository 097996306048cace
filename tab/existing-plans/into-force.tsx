import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExistingPlan } from '#contract/existing-plans.ts';
import { isDay } from '#domain/calendar/day.ts';
import { Section } from '../kit/section.tsx';
import type { Settling } from './use-settling.ts';
import { kindNames } from './words.ts';

type Kind = keyof typeof kindNames;

/** The plan's own kind and dates, as read; once no line is to do it comes into force with them. */
export const IntoForce = ({ plan, settling }: { plan: ExistingPlan; settling: Settling }) => {
  const [kind, setKind] = useState<Kind | ''>(plan.kind ?? '');
  const [dated, setDated] = useState<string>(plan.dated ?? '');
  const [until, setUntil] = useState<string>(plan.until ?? '');
  const { toDo, confirmed } = plan.counts;
  const ready = plan.pupil !== null && toDo === 0 && confirmed > 0 && kind !== '' && isDay(dated) && (until === '' || isDay(until));
  const why = !plan.pupil
    ? 'Say whose plan it is first.'
    : toDo > 0
      ? `${toDo} ${toDo === 1 ? 'line is' : 'lines are'} still to do.`
      : confirmed === 0
        ? 'No line was confirmed.'
        : kind === '' || !isDay(dated)
          ? 'Say what kind of plan it is and of which day.'
          : 'Its clocks start, and its file goes into the case folder.';
  return (
    <Section title="Bring it into force" aside="Dates as read from the plan">
      <div className="plan-fields plan-force">
        <Field label="Kind of plan" size="small">
          <Select size="small" value={kind} onChange={(_, chosen) => setKind(chosen.value as Kind | '')}>
            <option value="">Choose</option>
            {Object.entries(kindNames).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Dated" size="small">
          <Input size="small" type="date" value={dated} onChange={(_, typed) => setDated(typed.value)} />
        </Field>
        <Field label="Until, or next review" size="small">
          <Input size="small" type="date" value={until} onChange={(_, typed) => setUntil(typed.value)} />
        </Field>
        <div className="plan-force-end">
          <Button
            size="small"
            appearance={ready ? 'primary' : 'secondary'}
            disabled={!ready || settling.busy}
            onClick={() => kind !== '' && void settling.intoForce({ kind, dated, until: until || null })}
          >
            Bring into force
          </Button>
          <span className="wm-second">{why}</span>
        </div>
      </div>
    </Section>
  );
};

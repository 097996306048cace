import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { ExistingPlan, GoalSaid, NeedSaid, PlanLine, ProvisionSaid } from '#contract/existing-plans.ts';

type Change = (changes: Readonly<Record<string, unknown>>) => void;

const textOr = (typed: string): string | null => (typed.trim() === '' ? null : typed);
const numberOr = (typed: string): number | null => (typed.trim() === '' || Number.isNaN(Number(typed)) ? null : Number(typed));

const Line = ({
  label,
  value,
  onChange,
  type = 'text',
  hint,
}: {
  label: string;
  value: string;
  onChange: (typed: string) => void;
  type?: 'text' | 'date' | 'number';
  hint?: string | undefined;
}) => (
  <Field label={label} size="small" {...(hint ? { hint } : {})}>
    <Input
      size="small"
      type={type}
      value={value}
      onChange={(_, typed) => onChange(typed.value)}
      {...(type === 'number' ? { min: 0, step: 'any' } : {})}
    />
  </Field>
);

const Words = ({ label, value, change }: { label: string; value: string; change: Change }) => (
  <Field label={label} size="small" className="plan-field-wide">
    <Textarea size="small" rows={2} maxLength={4000} value={value} onChange={(_, typed) => change({ text: typed.value })} />
  </Field>
);

const SUGGESTED = 'Suggested, not in the plan’s words';

/** The fields of one line, each as the plan says it; what was inferred says that it is a suggestion. */
export const LineFields = ({
  plan,
  line,
  values,
  change,
}: {
  plan: ExistingPlan;
  line: PlanLine;
  values: PlanLine['values'];
  change: Change;
}) => {
  const hint = (field: string): string | undefined => (line.suggested.includes(field) ? SUGGESTED : undefined);
  if (line.kind === 'need') return <NeedFields plan={plan} values={values as NeedSaid} change={change} hint={hint} />;
  if (line.kind === 'goal') return <GoalFields values={values as GoalSaid} change={change} hint={hint} />;
  return <ProvisionFields plan={plan} values={values as ProvisionSaid} change={change} hint={hint} />;
};

type Hint = (field: string) => string | undefined;

const NeedFields = ({ plan, values, change, hint }: { plan: ExistingPlan; values: NeedSaid; change: Change; hint: Hint }) => (
  <div className="plan-fields">
    <Words label="Need" value={values.text} change={change} />
    <Field
      label="Type of need"
      size="small"
      hint={hint('code') ?? 'Yours to choose: the plan’s words decide none'}
      className="plan-field-wide"
    >
      <Select size="small" value={values.code ?? ''} onChange={(_, chosen) => change({ code: chosen.value || null })}>
        <option value="">Choose a type</option>
        {plan.codes.map(({ code, words }) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  </div>
);

const GoalFields = ({ values, change, hint }: { values: GoalSaid; change: Change; hint: Hint }) => (
  <div className="plan-fields">
    <Words label="Outcome" value={values.text} change={change} />
    <Line label="Measure" value={values.measure ?? ''} onChange={(typed) => change({ measure: textOr(typed) })} />
    <Line label="Baseline" value={values.baseline ?? ''} onChange={(typed) => change({ baseline: textOr(typed) })} />
    <Line label="Enough is" value={values.criterion ?? ''} onChange={(typed) => change({ criterion: textOr(typed) })} />
    <Line label="By when" type="date" hint={hint('by')} value={values.by ?? ''} onChange={(typed) => change({ by: textOr(typed) })} />
  </div>
);

const ProvisionFields = ({ plan, values, change, hint }: { plan: ExistingPlan; values: ProvisionSaid; change: Change; hint: Hint }) => (
  <div className="plan-fields">
    <Words label="What" value={values.text} change={change} />
    <Line label="Who" value={values.who ?? ''} onChange={(typed) => change({ who: textOr(typed) })} />
    <Line
      label="Minutes each time"
      type="number"
      value={String(values.minutes ?? '')}
      onChange={(typed) => change({ minutes: numberOr(typed) })}
    />
    <Line
      label="Times a week"
      type="number"
      value={String(values.timesAWeek ?? '')}
      onChange={(typed) => change({ timesAWeek: numberOr(typed) })}
    />
    <Line
      label="Pupils in the group"
      type="number"
      value={String(values.groupSize ?? '')}
      onChange={(typed) => change({ groupSize: numberOr(typed) })}
    />
    <Line label="Where" value={values.place ?? ''} onChange={(typed) => change({ place: textOr(typed) })} />
    <Line label="From" type="date" value={values.from ?? ''} onChange={(typed) => change({ from: textOr(typed) })} />
    <Line label="Until" type="date" value={values.until ?? ''} onChange={(typed) => change({ until: textOr(typed) })} />
    <Link
      label="For need"
      kind="need"
      plan={plan}
      value={values.forNeed}
      hint={hint('forNeed')}
      onChange={(id) => change({ forNeed: id })}
    />
    <Link
      label="Meets outcome"
      kind="goal"
      plan={plan}
      value={values.forGoal}
      hint={hint('forGoal')}
      onChange={(id) => change({ forGoal: id })}
    />
  </div>
);

const Link = ({
  label,
  kind,
  plan,
  value,
  hint,
  onChange,
}: {
  label: string;
  kind: 'need' | 'goal';
  plan: ExistingPlan;
  value: string | null;
  hint: string | undefined;
  onChange: (id: string | null) => void;
}) => (
  <Field label={label} size="small" {...(hint && value ? { hint } : {})}>
    <Select size="small" value={value ?? ''} onChange={(_, chosen) => onChange(chosen.value || null)}>
      <option value="">Not said</option>
      {plan.lines.map((line, index) =>
        line.kind === kind && line.state !== 'left-out' ? (
          <option key={line.id} value={line.id}>
            {`${index + 1}. ${line.values.text.slice(0, 60)}`}
          </option>
        ) : null,
      )}
    </Select>
  </Field>
);

import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { ChasingSettings } from '#contract/contributions.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** How long people have who are asked for a contribution, when they are reminded, and when nobody is written to. */
export const Chasing = () => {
  const { answer, failed, again } = useAnswer('chasing');
  return (
    <>
      <PageHeader title="Asking people" aside="For the whole organisation" />
      {failed ? <FailedBar failed={failed} again={again} /> : null}
      {answer ? <Form kept={answer} /> : failed ? null : <SkeletonRows rows={4} />}
    </>
  );
};

const DAYS: readonly {
  readonly key: 'answerWithin' | 'remindBefore' | 'remindAfter' | 'tellAfter';
  readonly label: string;
  readonly least: number;
}[] = [
  { key: 'answerWithin', label: 'School days to answer, when nobody says otherwise', least: 1 },
  { key: 'remindBefore', label: 'First reminder: school days before the due day', least: 0 },
  { key: 'remindAfter', label: 'Second reminder: school days after the due day', least: 0 },
  { key: 'tellAfter', label: 'Whoever asked is told: school days after the due day', least: 0 },
];

const HOURS = [
  { key: 'opens', label: 'Nobody is written to before' },
  { key: 'closes', label: 'Nor after' },
] as const;

type Typed = Readonly<Record<keyof ChasingSettings, string>>;

const typedOf = (kept: ChasingSettings): Typed => ({
  answerWithin: String(kept.answerWithin),
  remindBefore: String(kept.remindBefore),
  remindAfter: String(kept.remindAfter),
  tellAfter: String(kept.tellAfter),
  opens: kept.opens,
  closes: kept.closes,
});

const MOST = 20;

/** Why a number of school days cannot stand; undefined where it can. */
const dayFault = (text: string, least: number): string | undefined => {
  if (!/^\d{1,2}$/.test(text.trim())) return 'Type a whole number.';
  return Number(text) < least || Number(text) > MOST ? `Between ${least} and ${MOST}.` : undefined;
};

const Form = ({ kept }: { kept: ChasingSettings }) => {
  const { answers, announce } = useReach();
  const [typed, setTyped] = useState(() => typedOf(kept));
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const type = (key: keyof ChasingSettings, value: string) => {
    setSaved(false);
    setTyped({ ...typed, [key]: value });
  };
  const hoursFault = typed.opens >= typed.closes ? 'The school closes after it opens.' : undefined;
  const ready = !hoursFault && DAYS.every(({ key, least }) => !dayFault(typed[key], least));
  const save = async () => {
    setBusy(true);
    setFailed(null);
    const numbers = Object.fromEntries(DAYS.map(({ key }) => [key, Number(typed[key])]));
    try {
      answers.put('chasing', {}, await answers.change('setChasing', { body: { ...numbers, opens: typed.opens, closes: typed.closes } }));
      setSaved(true);
      announce('Saved');
    } catch (fault) {
      setFailed(fault as CallFailed);
    }
    setBusy(false);
  };
  return (
    <Section title="Contributions" aside="School days, as the school’s calendar has them">
      <div className="settings-form">
        {failed ? <FailedBar failed={failed} /> : null}
        {DAYS.map(({ key, label, least }) => {
          const fault = dayFault(typed[key], least);
          return (
            <Field key={key} label={label} {...(fault ? { validationMessage: fault } : {})}>
              <Input inputMode="numeric" value={typed[key]} maxLength={2} onChange={(_, { value }) => type(key, value)} />
            </Field>
          );
        })}
        {HOURS.map(({ key, label }) => (
          <Field key={key} label={label} {...(hoursFault && key === 'closes' ? { validationMessage: hoursFault } : {})}>
            <Input type="time" value={typed[key]} onChange={(_, { value }) => type(key, value)} />
          </Field>
        ))}
        <p className="wm-second">
          What is asked in the evening, at a weekend or in the holidays goes out when the school opens next. Requests that are under way
          keep the days they were given.
        </p>
        <div className="settings-form-foot">
          <Button appearance="primary" disabled={busy || !ready} onClick={save}>
            Save
          </Button>
          {saved ? <span role="status">Saved</span> : null}
        </div>
      </div>
    </Section>
  );
};

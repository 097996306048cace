import { Button, Field, Input, Radio, RadioGroup, Select, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import type { MorningsChosen, MorningsReply } from '#contract/strategies.ts';
import type { Day } from '#domain/calendar/day.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';

/** When the bot writes to the reader of its own accord: the day on one card, and what helps the pupils one teaches. */
export const Mornings = () => {
  const { answer, failed, again } = useAnswer('mornings');
  return (
    <>
      <PageHeader title="My mornings" aside="For you alone" />
      {failed ? <FailedBar failed={failed} again={again} /> : null}
      {answer ? <Form kept={answer} /> : failed ? null : <SkeletonRows rows={4} />}
    </>
  );
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const HOW = [
  ['weekly', 'Once a week'],
  ['before-units', 'On the school day before a unit of work'],
  ['never', 'Never by itself'],
] as const;

const chosenOf = ({ morning, strategies }: MorningsReply): MorningsChosen => ({ morning, strategies });

const Form = ({ kept }: { kept: MorningsReply }) => {
  const { answers } = useReach();
  const { busy, failed, run } = useDeed();
  const [chosen, setChosen] = useState(() => chosenOf(kept));
  const { morning, strategies } = chosen;
  const hours = `Between ${kept.earliest} and ${kept.latest}, on school days.`;
  const strategy = (change: Partial<MorningsChosen['strategies']>) => setChosen({ ...chosen, strategies: { ...strategies, ...change } });
  const save = async () => {
    const answer = await run('setMornings', { body: chosen }, 'Saved');
    if (!answer) return;
    answers.put('mornings', {}, answer);
    setChosen(chosenOf(answer));
  };
  const changed = JSON.stringify(chosen) !== JSON.stringify(chosenOf(kept));
  return (
    <>
      <Section title="My day on one card">
        <div className="settings-form">
          <Switch
            checked={morning.on}
            label="Send it each school morning"
            onChange={(_, { checked }) => setChosen({ ...chosen, morning: { ...morning, on: checked } })}
          />
          <Field label="Morning card at" hint={hours}>
            <Input
              type="time"
              value={morning.at}
              onChange={(_, { value }) => setChosen({ ...chosen, morning: { ...morning, at: value } })}
            />
          </Field>
          <p className="wm-second">{kept.next.morning}</p>
        </div>
      </Section>
      <Section title="What helps the pupils I teach">
        <div className="settings-form">
          <Field label="Ask me">
            <RadioGroup value={strategies.how} onChange={(_, { value }) => strategy({ how: value as typeof strategies.how })}>
              {HOW.map(([value, words]) => (
                <Radio key={value} value={value} label={words} />
              ))}
            </RadioGroup>
          </Field>
          {strategies.how === 'weekly' ? (
            <Field label="On">
              <Select value={String(strategies.on)} onChange={(_, { value }) => strategy({ on: Number(value) })}>
                {WEEKDAYS.map((name, index) => (
                  <option key={name} value={index + 1}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          ) : null}
          {strategies.how === 'before-units' ? <Units units={strategies.units} onChange={(units) => strategy({ units })} /> : null}
          {strategies.how === 'never' ? null : (
            <Field label="Send at" hint={hours}>
              <Input type="time" value={strategies.at} onChange={(_, { value }) => strategy({ at: value })} />
            </Field>
          )}
          <p className="wm-second">{kept.next.strategies}</p>
          {failed ? <FailedBar failed={failed} /> : null}
          <div>
            <Button appearance="primary" disabled={busy || !changed} onClick={save}>
              Save
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
};

type Units = MorningsChosen['strategies']['units'];

/** Units of work with the day each begins; the card comes on the school day before. */
const Units = ({ units, onChange }: { units: Units; onChange: (units: Units) => void }) => {
  const [title, setTitle] = useState('');
  const [on, setOn] = useState('');
  const add = () => {
    onChange([...units, { title: title.trim(), on: on as Day }]);
    setTitle('');
    setOn('');
  };
  return (
    <>
      {units.map((unit, index) => (
        <div key={`${unit.title} ${unit.on}`} className="settings-unit">
          <span>
            {unit.title}, begins {unit.on}
          </span>
          <Button size="small" aria-label={`Take away ${unit.title}`} onClick={() => onChange(units.filter((_, at) => at !== index))}>
            Take away
          </Button>
        </div>
      ))}
      <div className="settings-unit">
        <Field label="Unit of work">
          <Input value={title} maxLength={80} onChange={(_, { value }) => setTitle(value)} />
        </Field>
        <Field label="Begins on">
          <Input type="date" value={on} onChange={(_, { value }) => setOn(value)} />
        </Field>
        <Button disabled={title.trim() === '' || on === ''} onClick={add}>
          Add the unit
        </Button>
      </div>
    </>
  );
};

import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { ReminderRulesReply } from '#contract/reminders.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';

type Group = ReminderRulesReply['groups'][number];

/** How far ahead whoever owes a date is told, and when the coordinator is. */
export const Reminders = () => {
  const { answer, failed, again } = useAnswer('reminderRules');
  return (
    <>
      <PageHeader title="Reminders of dates" aside={answer?.lately ?? ''} />
      {failed ? <FailedBar failed={failed} again={again} /> : null}
      <Section title="Who is told, and when">
        <p className="settings-note">
          Whoever owes a date is told first, in Teams, one card a day. Where that is a council or a family, the coordinator is told in their
          place. The card comes on school days, at the time somebody chose for their own morning card, else when the school opens; never
          after it closes. Both hours stand under Asking people.
        </p>
        {answer ? (
          <ul className="wm-list">
            {answer.groups.map((group) => (
              <GroupRule key={group.group} group={group} />
            ))}
          </ul>
        ) : failed ? null : (
          <SkeletonRows rows={5} />
        )}
      </Section>
    </>
  );
};

const MOST_DAYS = 90;
const MOST_LEADS = 5;

/** `14, 3` as numbers of days; null where that is not what stands there. */
const leadsIn = (text: string): number[] | null => {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const days = parts.map(Number);
  const good = days.every((day) => Number.isInteger(day) && day >= 0 && day <= MOST_DAYS) && parts.length <= MOST_LEADS;
  return good ? [...new Set(days)] : null;
};

const GroupRule = ({ group }: { group: Group }) => {
  const { answers, announce } = useReach();
  const [leads, setLeads] = useState(group.leads.join(', '));
  const [after, setAfter] = useState(String(group.coordinatorAfter));
  const [trouble, setTrouble] = useState('');
  const changed = leads !== group.leads.join(', ') || after !== String(group.coordinatorAfter);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const days = leadsIn(leads);
    if (!days) return setTrouble(`At most ${MOST_LEADS} numbers of days up to ${MOST_DAYS}, with commas: 14, 3.`);
    if (!/^\d{1,2}$/.test(after) || Number(after) < 1 || Number(after) > 60)
      return setTrouble('The coordinator is told 1 to 60 days after.');
    setTrouble('');
    try {
      const answer = await answers.change('setReminderRule', {
        body: { group: group.group, leads: days, coordinatorAfter: Number(after) },
      });
      answers.put('reminderRules', {}, answer);
      setLeads(answer.groups.find((one) => one.group === group.group)?.leads.join(', ') ?? leads);
      announce(`${group.words}: kept. It holds from the next morning on.`);
    } catch (fault) {
      setTrouble((fault as CallFailed).message);
    }
  };

  return (
    <li className="settings-reminder">
      <form onSubmit={save} aria-label={group.words}>
        <strong>{group.words}</strong>
        {group.usual ? <span className="wm-second"> standard setting</span> : null}
        <div className="settings-reminder-fields">
          <Field label="Days ahead" size="small">
            <Input size="small" value={leads} maxLength={40} onChange={(_, { value }) => setLeads(value)} />
          </Field>
          <Field label="Coordinator, days after" size="small">
            <Input size="small" inputMode="numeric" value={after} maxLength={2} onChange={(_, { value }) => setAfter(value)} />
          </Field>
          <Button size="small" type="submit" disabled={!changed}>
            Save
            <span className="wm-hidden">, {group.words}</span>
          </Button>
        </div>
        {trouble ? (
          <p className="wm-second" role="alert">
            {trouble}
          </p>
        ) : null}
      </form>
    </li>
  );
};

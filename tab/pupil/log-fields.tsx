import { Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { isDay } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { useReach } from '../kit/reach.ts';
import { aimOf, standingOn, standingWords } from './goal/goal-aim.ts';
import { type LogEntry, SOMEONE_ELSE } from './log-entry.ts';

type Props = { entry: LogEntry; pupil: Pupil; change: (part: Partial<LogEntry>) => void };

/** A call or an observation. People who must not be reached cannot be chosen. */
export const LogFields = ({ entry, pupil, change }: Props) => {
  const call = entry.kind === 'call';
  return (
    <>
      {call ? <With entry={entry} pupil={pupil} change={change} /> : null}
      <div className="log-row">
        <Field label="When" size="small">
          <Input size="small" type="date" value={entry.on} onChange={(_, typed) => change({ on: typed.value })} />
        </Field>
        {call ? (
          <Field label="Minutes" size="small">
            <Input
              size="small"
              type="number"
              min={1}
              max={600}
              value={entry.minutes}
              onChange={(_, typed) => change({ minutes: typed.value })}
            />
          </Field>
        ) : null}
      </div>
      <Field label={call ? 'What was said' : 'Before, what happened, after'} size="small">
        <Textarea size="small" rows={3} maxLength={4000} value={entry.words} onChange={(_, typed) => change({ words: typed.value })} />
      </Field>
      <div className="log-row log-row-promise">
        <Field label="Promised" size="small">
          <Input size="small" maxLength={500} value={entry.promise} onChange={(_, typed) => change({ promise: typed.value })} />
        </Field>
        <Field label="By when" size="small">
          <Input size="small" type="date" value={entry.promiseDue} onChange={(_, typed) => change({ promiseDue: typed.value })} />
        </Field>
      </div>
      {call ? null : <p className="wm-second">A worry about a child’s safety goes to the safeguarding lead, not in here.</p>}
    </>
  );
};

const With = ({ entry, pupil, change }: Props) => {
  const open = pupil.contacts.filter((contact) => contact.restriction === null);
  const restricted = pupil.contacts.filter((contact) => contact.restriction !== null);
  return (
    <Field label="With" size="small">
      <RadioGroup value={entry.contact} onChange={(_, chosen) => change({ contact: chosen.value })} className="log-with">
        {open.map((contact) => (
          <Radio key={contact.id} value={contact.id} label={`${contact.name}, ${contact.relation}`} />
        ))}
        <Radio value={SOMEONE_ELSE} label="Someone else" />
      </RadioGroup>
      {restricted.map((contact) => (
        <p key={contact.id} className="log-restricted wm-second">
          <ProhibitedRegular aria-hidden /> {contact.name} must not be contacted.
        </p>
      ))}
    </Field>
  );
};

/** One progress point, with where it stands to the aimline said at once. */
export const ScoreFields = ({ entry, pupil, change }: Props) => {
  const goal = pupil.goals.find((each) => each.id === entry.goal);
  return (
    <>
      <Field label="Goal" size="small">
        <Select size="small" value={entry.goal} onChange={(_, chosen) => change({ goal: chosen.value })}>
          <option value="">Choose a goal</option>
          {pupil.goals.map((each) => (
            <option key={each.id} value={each.id}>
              {each.words}
            </option>
          ))}
        </Select>
      </Field>
      <div className="log-row">
        <Field label={goal?.unit ?? 'Score'} size="small">
          <Input
            size="small"
            type="number"
            inputMode="decimal"
            value={entry.value}
            onChange={(_, typed) => change({ value: typed.value })}
          />
        </Field>
        <Field label="On" size="small">
          <Input size="small" type="date" value={entry.on} onChange={(_, typed) => change({ on: typed.value })} />
        </Field>
      </div>
      <Standing entry={entry} pupil={pupil} />
      <Field label="Anything unusual" hint="Kept with the point" size="small">
        <Input
          size="small"
          maxLength={500}
          placeholder="For example: supply teacher, no starter"
          value={entry.words}
          onChange={(_, typed) => change({ words: typed.value })}
        />
      </Field>
    </>
  );
};

const Standing = ({ entry, pupil }: Omit<Props, 'change'>) => {
  const { me } = useReach();
  const goal = pupil.goals.find((each) => each.id === entry.goal);
  const aim = goal ? aimOf(goal) : null;
  const value = Number(entry.value);
  if (!goal || !aim || !entry.value.trim() || Number.isNaN(value) || !isDay(entry.on)) return null;
  const stands = standingOn(aim, entry.on, value);
  const last = goal.points.at(-1);
  return (
    <p className="log-standing">
      <strong>{value}</strong> is {standingWords(stands)}
      {stands.side === 'on' ? '' : ` the aimline${stands.apart ? ` (${stands.aim})` : ''}`}.
      {last ? ` Last: ${last.value}, ${dayWords(last.on, me.today)}.` : ''}
    </p>
  );
};

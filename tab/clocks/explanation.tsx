import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import type { ReactNode } from 'react';
import type { ClockExplained } from '#contract/caseload.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { Initials } from '../kit/owner-mark.tsx';
import { useReach } from '../kit/reach.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { CountGrid } from './count-grid.tsx';

/** An explanation without its case. */
type Alone = Omit<ClockExplained, 'pupil'>;

const signs = { applies: CheckmarkRegular, 'does not apply': DismissRegular, 'not known': QuestionRegular } as const;
const sentence = (applies: keyof typeof signs): string => `${applies.charAt(0).toUpperCase()}${applies.slice(1)}.`;

/** Why this date and no other: rule, count, milestones, exceptions, source. A made-up case is looked at on a day of its own, `seenOn`. */
export const Explanation = ({ clock, seenOn }: { clock: Alone; seenOn?: Day }) => {
  const { me } = useReach();
  const seen = seenOn ? { on: seenOn, words: `seen on ${dayWordsWithYear(seenOn)}` } : { on: me.today, words: 'today' };
  return (
    <div className="clock-body">
      <p className="clock-due">
        <span className="clock-due-day">{dayWordsWithYear(clock.due)}</span>{' '}
        <UrgencyMark urgency={clock.urgency}>{clock.daysWords}</UrgencyMark>
      </p>
      {clock.planFor ? (
        <p>
          Two readings: <strong>plan for {dayWordsWithYear(clock.planFor)}</strong>, the earlier.
        </p>
      ) : null}
      <Owes clock={clock} />
      <section>
        <h3>The rule</h3>
        {clock.plainWords.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </section>
      <section>
        <h3>{/^the count/i.test(clock.countWords) ? clock.countWords : `The count: ${clock.countWords}`}</h3>
        <CountGrid days={clock.days} seen={seen} words={clock.countWords} />
        <Milestones clock={clock} />
        <Weighed clock={clock} />
      </section>
      <section>
        <h3>Exceptions considered</h3>
        <p className="wm-second">{clock.exceptionsNote ?? 'None: this rule names no exception.'}</p>
        {clock.exceptions.length ? (
          <ul className="clock-exceptions">
            {clock.exceptions.map((exception) => {
              const Sign = signs[exception.applies];
              return (
                <li key={exception.name}>
                  <Sign aria-hidden />
                  <span>
                    <strong>{exception.name}.</strong> {sentence(exception.applies)} {exception.why}
                  </span>
                </li>
              );
            })}
          </ul>
        ) : null}
        {clock.claim ? <p className="clock-claim">{clock.claim}</p> : null}
      </section>
      <Before clock={clock} />
      <section>
        <h3>Where this comes from</h3>
        <p>
          {clock.sourceLink ? (
            <a className="wm-link wm-link-lined" href={clock.sourceLink} target="_blank" rel="noreferrer">
              {clock.citation}
            </a>
          ) : (
            clock.citation
          )}{' '}
          <span className="clock-rule">
            · rule {clock.rule} · text read {dayWordsWithYear(clock.textRead)}
          </span>
        </p>
        {clock.guidance ? <p className="wm-second">{clock.guidance}</p> : null}
        {clock.unverified ? <p className="wm-second">{clock.unverified}</p> : null}
        <p className="wm-second">Information, not legal advice.</p>
      </section>
    </div>
  );
};

/** Who owes it, in bold where the sentence begins with the name, and what that means for the school. */
const Owes = ({ clock }: { clock: Alone }) => {
  const { me } = useReach();
  const { owner, owesSentence } = clock;
  const who = owner.kind === 'you' ? 'You' : owner.words;
  const named = owesSentence.startsWith(who);
  return (
    <p className="clock-owner">
      <OwesMark kind={named || owner.kind === 'family' ? owner.kind : 'organisation'} name={owner.kind === 'you' ? me.person.name : who} />
      <span>
        {named ? <strong>{who}</strong> : null}
        {named ? owesSentence.slice(who.length) : owesSentence}
      </span>
    </p>
  );
};

/** Initials stand beside a person's name alone: a sentence about a school, a district or a council has the building. */
const OwesMark = ({ kind, name }: { kind: Alone['owner']['kind']; name: string }) => {
  if (kind === 'organisation') return <BuildingRegular className="wm-owner-icon" aria-hidden />;
  if (kind === 'family') return <PeopleRegular className="wm-owner-icon" aria-hidden />;
  return <Initials name={name} />;
};

/** The days on the way, by date: the trigger, each limit of the chain, and the date itself. */
const Milestones = ({ clock }: { clock: Alone }) => {
  const said = new Set(clock.milestones.map((milestone) => milestone.on));
  const { trigger } = clock;
  const ends: Line[] = [
    { on: trigger.on, words: trigger.words, became: trigger.source ?? '' },
    { on: clock.due, words: clock.title, became: <UrgencyMark urgency={clock.urgency}>{clock.daysWords}</UrgencyMark> },
  ];
  const lines: Line[] = [...clock.milestones, ...ends.filter(({ on }) => !said.has(on))];
  return (
    <ul className="clock-milestones">
      {lines
        .sort((one, other) => one.on.localeCompare(other.on))
        .map(({ on, words, became }) => (
          <li key={`${on} ${words}`}>
            <span>{dayWordsWithYear(on)}</span>
            <span>{words}</span>
            <span className="wm-second">{became}</span>
          </li>
        ))}
    </ul>
  );
};

type Line = { readonly on: Day; readonly words: string; readonly became: ReactNode };

/** Where two dates were weighed, both; where the rule bears two readings, both; and the day to aim for where the date is a day off. */
const Weighed = ({ clock: { weighed, readings, aim } }: { clock: Alone }) =>
  weighed.length || readings.length || aim ? (
    <ul className="clock-weighed">
      {weighed.map(({ words, due, chosen }) => (
        <li key={words}>
          {words}
          {due ? `: ${dayWordsWithYear(due)}` : ''}
          {chosen ? <strong> · this one decides</strong> : null}
        </li>
      ))}
      {readings.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {aim ? <li>{aim}</li> : null}
    </ul>
  ) : null;

/** Dates that were shown before and why they moved, and why the date was missed where somebody said so. */
const Before = ({ clock: { shownBefore, reason } }: { clock: Alone }) =>
  shownBefore.length || reason ? (
    <section>
      <h3>What was shown before</h3>
      {shownBefore.map(({ due, until, because }) => (
        <p key={`${due} ${until} ${because}`}>
          {due ? <del>{dayWordsWithYear(due)}</del> : 'No date'} until {dayWordsWithYear(until)}: {because}
        </p>
      ))}
      {reason ? <p>Why it was late: {reason}</p> : null}
    </section>
  ) : null;

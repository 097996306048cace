import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import type { ClockExplained } from '#contract/caseload.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { Initials } from '../kit/owner-mark.tsx';
import { useReach } from '../kit/reach.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { CountGrid, CountKeys } from './count-grid.tsx';

/** An explanation without its case. */
type Alone = Omit<ClockExplained, 'pupil'>;

const signs = { applies: CheckmarkRegular, 'does not apply': DismissRegular, 'not known': QuestionRegular } as const;
const sentence = (applies: keyof typeof signs): string => `${applies.charAt(0).toUpperCase()}${applies.slice(1)}.`;

/** Why this date and no other: rule, count, milestones, exceptions, source. */
export const Explanation = ({ clock, today }: { clock: Alone; today?: Day | null }) => {
  const { me } = useReach();
  const seenOn = today === undefined ? me.today : today;
  return (
    <div className="clock-body">
      <p className="clock-due">
        <span className="clock-due-day">{dayWordsWithYear(clock.due)}</span>{' '}
        <UrgencyMark urgency={clock.urgency}>{clock.daysWords}</UrgencyMark>
      </p>
      <Owes clock={clock} />
      <section>
        <h3>The rule</h3>
        {clock.plainWords.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </section>
      <section>
        <h3>{/^the count/i.test(clock.countWords) ? clock.countWords : `The count: ${clock.countWords}`}</h3>
        <CountGrid days={clock.days} today={seenOn} words={clock.countWords} />
        <CountKeys days={clock.days} today={seenOn} />
        <Milestones clock={clock} />
        <Weighed clock={clock} />
      </section>
      <section>
        <h3>Exceptions considered</h3>
        <p className="wm-second">
          {clock.exceptions.length
            ? 'An exception never moves the date. It only says why it may be missed.'
            : 'None: this rule names no exception.'}
        </p>
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
      {owner.kind === 'organisation' ? (
        <BuildingRegular className="wm-owner-icon" aria-hidden />
      ) : (
        <Initials name={owner.kind === 'you' ? me.person.name : who} />
      )}
      <span>
        {named ? <strong>{who}</strong> : null}
        {named ? owesSentence.slice(who.length) : owesSentence}
      </span>
    </p>
  );
};

const Milestones = ({ clock }: { clock: Alone }) => {
  const said = new Set(clock.milestones.map((milestone) => milestone.on));
  return (
    <ul className="clock-milestones">
      {said.has(clock.trigger.on) ? null : (
        <li>
          <span>{dayWordsWithYear(clock.trigger.on)}</span>
          <span>{clock.trigger.words}</span>
          <span className="wm-second">{clock.trigger.source ?? ''}</span>
        </li>
      )}
      {clock.milestones.map((milestone) => (
        <li key={`${milestone.on} ${milestone.words}`}>
          <span>{dayWordsWithYear(milestone.on)}</span>
          <span>{milestone.words}</span>
          <span className="wm-second">{milestone.became ?? ''}</span>
        </li>
      ))}
      {said.has(clock.due) ? null : (
        <li>
          <span>{dayWordsWithYear(clock.due)}</span>
          <span>{clock.title}</span>
          <span>
            <UrgencyMark urgency={clock.urgency}>{clock.daysWords}</UrgencyMark>
          </span>
        </li>
      )}
    </ul>
  );
};

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

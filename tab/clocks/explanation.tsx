import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import type { ClockExplained } from '#contract/caseload.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { OwnerMark } from '../kit/owner-mark.tsx';
import { useReach } from '../kit/reach.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { CountGrid, CountKeys } from './count-grid.tsx';

const signs = { applies: CheckmarkRegular, 'does not apply': DismissRegular, 'not known': QuestionRegular } as const;
const sentence = (applies: keyof typeof signs): string => `${applies.charAt(0).toUpperCase()}${applies.slice(1)}.`;

/** Why this date and no other: rule, count, milestones, exceptions, source. */
export const Explanation = ({ clock }: { clock: ClockExplained }) => {
  const { me } = useReach();
  return (
    <div className="clock-body">
      <p className="clock-due">
        <span className="clock-due-day">{`${dayWords(clock.due, me.today)}${dayWords(clock.due, me.today).endsWith(clock.due.slice(0, 4)) ? '' : ` ${clock.due.slice(0, 4)}`}`}</span>{' '}
        <UrgencyMark urgency={clock.urgency}>{clock.daysWords}</UrgencyMark>
      </p>
      <p className="clock-owner">
        <OwnerMark owner={clock.owner} reader={me.person.name} /> <span>{clock.owesSentence}</span>
      </p>
      <section>
        <h3>The rule</h3>
        {clock.plainWords.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </section>
      <section>
        <h3>The count</h3>
        <p className="wm-second">{clock.countWords}</p>
        <CountGrid days={clock.days} today={me.today} words={clock.countWords} />
        <CountKeys days={clock.days} today={me.today} />
        <Milestones clock={clock} />
      </section>
      {clock.exceptions.length ? (
        <section>
          <h3>Exceptions considered</h3>
          <p className="wm-second">An exception never moves the date. It only says why it may be missed.</p>
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
        </section>
      ) : null}
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
          <span className="clock-rule">· rule {clock.rule}</span>
        </p>
        {clock.unverified ? <p className="wm-second">{clock.unverified}</p> : null}
        <p className="wm-second">Information, not legal advice.</p>
      </section>
    </div>
  );
};

const Milestones = ({ clock }: { clock: ClockExplained }) => {
  const { me } = useReach();
  return (
    <ul className="clock-milestones">
      <li>
        <span>{dayWords(clock.trigger.on, me.today)}</span>
        <span>{clock.trigger.words}</span>
        <span className="wm-second">{clock.trigger.source ?? ''}</span>
      </li>
      {clock.milestones.map((milestone) => (
        <li key={`${milestone.on} ${milestone.words}`}>
          <span>{dayWords(milestone.on, me.today)}</span>
          <span>{milestone.words}</span>
          <span className="wm-second">{milestone.became ?? ''}</span>
        </li>
      ))}
      <li>
        <span>{dayWords(clock.due, me.today)}</span>
        <span>{clock.title}</span>
        <span>
          <UrgencyMark urgency={clock.urgency}>{clock.daysWords}</UrgencyMark>
        </span>
      </li>
    </ul>
  );
};

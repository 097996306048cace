import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { Proposal } from '#contract/meetings.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime } from '../kit/moment.ts';
import { Initials } from '../kit/owner-mark.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { useWidth } from '../kit/use-width.ts';

type Person = Proposal['people'][number];
type Answer = Person['answers'][number];

const AnswerMark = ({ answer }: { answer: Answer | undefined }) => {
  if (!answer) return <span className="wm-second">Not asked</span>;
  if (answer.can === 'yes')
    return (
      <span className="meetings-answer">
        <CheckmarkRegular aria-hidden className="meetings-tick" /> {answer.words}
      </span>
    );
  if (answer.can === 'no')
    return (
      <span className="meetings-answer meetings-cannot">
        <ErrorCircleFilled aria-hidden className="wm-mark-icon wm-mark-icon-late" /> {answer.words}
      </span>
    );
  if (answer.can === 'maybe')
    return (
      <span className="meetings-answer meetings-maybe">
        <WarningFilled aria-hidden className="wm-mark-icon wm-mark-icon-near" /> {answer.words}
      </span>
    );
  return <span className="meetings-unknown">{answer.words}</span>;
};

const Who = ({ person }: { person: Person }) => (
  <span className="meetings-person">
    {person.organisation ? <BuildingRegular aria-hidden className="wm-owner-icon" /> : <Initials name={person.name} />}
    <span>
      <strong>{person.name}</strong> <span className="meetings-unknown">{person.words}</span>
    </span>
  </span>
);

/** People by dates, with why each is invited; on a phone only those who cannot, date by date. */
export const WhoCanCome = ({ proposal, chosen }: { proposal: Proposal; chosen: string }) => {
  const { me } = useReach();
  const narrow = useWidth() === 'narrow';
  const readAt = proposal.calendarsReadAt;
  return (
    <Section
      title="Who can come"
      aside={`${proposal.people.length} asked · ${readAt ? `calendars read at ${clockTime(readAt, me.organisation.timeZone)}` : 'calendars could not be read'}`}
    >
      {narrow ? <WhoCannot proposal={proposal} /> : <ByDates proposal={proposal} chosen={chosen} />}
      <p className="wm-foot">
        <ProhibitedRegular aria-hidden />
        <span>{proposal.notInvited}</span>
      </p>
    </Section>
  );
};

const ByDates = ({ proposal, chosen }: { proposal: Proposal; chosen: string }) => {
  const { me } = useReach();
  return (
    <table className="meetings-table meetings-who">
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Why invited</th>
          {proposal.slots.map((slot) => (
            <th scope="col" key={slot.id}>
              {dayWords(slot.day, me.today)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {proposal.people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Who person={person} />
            </th>
            <td className="meetings-unknown">{person.why}</td>
            {proposal.slots.map((slot, index) => (
              <td key={slot.id} className={slot.id === chosen ? 'meetings-chosen-cell' : ''}>
                <AnswerMark answer={person.answers[index]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const WhoCannot = ({ proposal }: { proposal: Proposal }) => {
  const { me } = useReach();
  return (
    <ul className="wm-list">
      {proposal.slots.map((slot, index) => {
        const away = proposal.people.filter((person) => !['yes', 'will-be-asked'].includes(person.answers[index]?.can ?? 'not-known'));
        return (
          <li key={slot.id}>
            <strong>{dayWords(slot.day, me.today)}</strong>
            {away.length ? (
              away.map((person) => (
                <p key={person.id}>
                  {person.name}: <AnswerMark answer={person.answers[index]} />
                </p>
              ))
            ) : (
              <p className="meetings-unknown">Nobody is known to be away</p>
            )}
          </li>
        );
      })}
    </ul>
  );
};

import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { CaseEvent } from '#contract/case-events.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../../kit/moment.ts';
import { PageLink } from '../../kit/page-link.tsx';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { counted } from '../../kit/stage-words.ts';

type OnTask = (what: 'correct' | 'withdraw' | 'restore', event: CaseEvent) => void;
type Props = { events: readonly CaseEvent[]; pupil: string; onRecord: (() => void) | null; onTask: OnTask | null };

/** What happened, the newest first, each with its history; what was taken out stands below. */
export const EventList = ({ events, pupil, onRecord, onTask }: Props) => {
  const holding = events.filter(({ withdrawn }) => withdrawn === null);
  const out = events.filter(({ withdrawn }) => withdrawn !== null);
  return (
    <Section
      title="What happened"
      aside="Every date is counted from these."
      end={
        onRecord ? (
          <Button size="small" icon={<AddRegular />} onClick={onRecord}>
            Record an event
          </Button>
        ) : null
      }
    >
      {holding.length ? (
        <ul className="wm-list">
          {holding.map((event) => (
            <EventRow key={event.id} event={event} pupil={pupil} onTask={onTask} />
          ))}
        </ul>
      ) : (
        <p className="pupil-none">Nothing is recorded yet, so no clock can run.</p>
      )}
      {out.length ? (
        <details className="case-event-out">
          <summary>{counted(out.length, 'event was taken out', 'events were taken out')}</summary>
          <ul className="wm-list">
            {out.map((event) => (
              <EventRow key={event.id} event={event} pupil={pupil} onTask={onTask} />
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
};

const EventRow = ({ event, pupil, onTask }: { event: CaseEvent; pupil: string; onTask: OnTask | null }) => {
  const { me } = useReach();
  const [shown, setShown] = useState(false);
  const zone = me.organisation.timeZone;
  return (
    <li className="case-event">
      <span className="case-event-day">{dayWords(event.said.on, me.today)}</span>
      <div>
        <strong>{event.withdrawn ? <del>{event.words}</del> : event.words}</strong>
        {event.detail ? <p>{event.detail}</p> : null}
        <p className="wm-second">
          Recorded {dayWords(dayAt(event.recordedAt, zone), me.today)}
          {event.recordedBy ? ` by ${event.recordedBy}` : ''}
          {event.from === 'record' ? (
            <>
              {' · '}
              <PageLink className="wm-link-lined" to={`/tab/pupil/${pupil}?tab=agencies`}>
                kept in the record
              </PageLink>
            </>
          ) : null}
          {event.from === 'meeting' ? ' · follows the meeting' : ''}
        </p>
        {shown ? <EventBefore event={event} /> : null}
      </div>
      <span className="case-event-buttons">
        {event.before.length ? (
          <Button size="small" appearance="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Hide history' : 'History'}
          </Button>
        ) : null}
        {onTask && event.from === 'here' && !event.withdrawn ? (
          <>
            <Button size="small" appearance="subtle" aria-label={`Correct: ${event.words}`} onClick={() => onTask('correct', event)}>
              Correct
            </Button>
            <Button size="small" appearance="subtle" aria-label={`Take out: ${event.words}`} onClick={() => onTask('withdraw', event)}>
              Take out
            </Button>
          </>
        ) : null}
        {onTask && event.from === 'here' && event.withdrawn ? (
          <Button size="small" appearance="subtle" aria-label={`Put back: ${event.words}`} onClick={() => onTask('restore', event)}>
            Put back
          </Button>
        ) : null}
      </span>
    </li>
  );
};

/** What it said before, why that was changed, and the dates that were shown until then. */
const EventBefore = ({ event }: { event: CaseEvent }) => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  return (
    <ol className="case-event-before" aria-label="History">
      {event.before.map((was) => (
        <li key={`${was.at} ${was.on}`}>
          <p>
            <del>
              {dayWords(was.on, me.today)}
              {was.detail ? ` · ${was.detail}` : ''}
            </del>{' '}
            until {dayWords(dayAt(was.at, zone), me.today)} {clockTime(was.at, zone)}
            {was.by ? `, ${was.by}` : ''}
          </p>
          {was.reason ? <p>“{was.reason}”</p> : null}
          {was.moved.map(({ title, from, to }) => (
            <p key={title} className="wm-second">
              {title}: {from ? <del>{dayWords(from, me.today)}</del> : 'no date'}, then {to ? dayWords(to, me.today) : 'nothing due'}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
};

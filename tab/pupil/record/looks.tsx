import type { ReactNode } from 'react';
import type { Entry } from '#contract/record.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { countWords, dayWords } from '#domain/calendar/wording.ts';
import { choiceWords, type KindName, numberIn, textIn } from '#domain/record/kind.ts';
import { CONSENT_FOR } from '#domain/record/kinds/consent.ts';
import { CONTRIBUTION_SORTS } from '#domain/record/kinds/contribution.ts';
import { INTERVENTION_STATES } from '#domain/record/kinds/intervention.ts';
import { OUTSIDE_STATES } from '#domain/record/kinds/outside-referral.ts';
import { isClosedNote } from '#domain/record/kinds/restricted-note.ts';
import { NOT_DELIVERED } from '#domain/record/kinds/session.ts';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';
import { ScoreLook } from './score-look.tsx';

/** How an entry reads on its list, on that day. */
export type Look = (entry: Entry, today: Day) => ReactNode;

const dayIn = ({ values }: Entry, key: string): Day | null => (textIn(values, key) as Day) || null;
const named = ({ values, names }: Entry, key: string): string => names[textIn(values, key)] ?? '';

const need: Look = ({ values, line }) => (
  <>
    <p dir="auto">{textIn(values, 'words') || line}</p>
    <p className="wm-second">
      {[
        ...new Set([
          numberIn(values, 'rank') === 1 ? 'Primary need' : null,
          textIn(values, 'knownAs') || line.split(' · ')[0],
          textIn(values, 'area'),
          textIn(values, 'source'),
        ]),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  </>
);

const provisionLine: Look = (entry, today) => {
  const { values } = entry;
  const [minutes, times, group] = ['minutes', 'timesAWeek', 'groupSize'].map((key) => numberIn(values, key));
  const to = dayIn(entry, 'to');
  const place = textIn(values, 'place');
  const amount = [
    minutes == null ? '' : `${minutes} min`,
    times == null ? '' : times === 1 ? 'once a week' : `${times} times a week`,
    group == null ? '' : group === 1 ? (/one to one|one-to-one|1:1/i.test(place) ? '' : 'one to one') : `group of ${group}`,
    place,
  ];
  return (
    <>
      <strong dir="auto">{textIn(values, 'what')}</strong>
      <p>{[named(entry, 'person') || textIn(values, 'who'), ...amount].filter(Boolean).join(' · ')}</p>
      <p className="wm-second">
        {[to ? `until ${dayWords(to, today)}` : '', named(entry, 'need') && `for: ${named(entry, 'need')}`].filter(Boolean).join(' · ')}
      </p>
    </>
  );
};

const session: Look = (entry, today) => {
  const { values } = entry;
  const on = dayIn(entry, 'on');
  const minutes = numberIn(values, 'minutes') ?? numberIn(values, 'planned');
  const words = {
    planned: 'planned',
    delivered: `${minutes ?? '?'} min delivered`,
    'not-delivered': `not delivered: ${choiceWords(NOT_DELIVERED, values.whyNot).toLowerCase()}`,
  }[textIn(values, 'state')];
  return (
    <>
      <p>
        {on ? dayWords(on, today) : ''} ·{' '}
        {values.state === 'not-delivered' ? <UrgencyMark urgency="near">{words}</UrgencyMark> : (words ?? entry.line)}
      </p>
      <p className="wm-second" dir="auto">
        {[named(entry, 'line') || named(entry, 'intervention'), named(entry, 'person'), textIn(values, 'note')].filter(Boolean).join(' · ')}
      </p>
    </>
  );
};

const intervention: Look = (entry, today) => {
  const { values } = entry;
  const [from, to] = [dayIn(entry, 'from'), dayIn(entry, 'to')];
  const [first, last] = [numberIn(values, 'entry'), numberIn(values, 'exit')];
  return (
    <>
      <p>
        <strong dir="auto">{textIn(values, 'name')}</strong> · {choiceWords(INTERVENTION_STATES, values.state).toLowerCase()}
      </p>
      <p className="wm-second" dir="auto">
        {[
          from ? `${dayWords(from, today)}${to ? ` to ${dayWords(to, today)}` : ''}` : '',
          named(entry, 'person'),
          first == null ? '' : last == null ? `${first} at entry` : `${first} at entry, ${last} at exit`,
          textIn(values, 'noExitWhy') && `no exit score: ${textIn(values, 'noExitWhy')}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
};

/** A consent that ends within this many days is said to end soon. */
const SOON = 30;

const consent: Look = (entry, today) => {
  const { values } = entry;
  const [received, expires] = [dayIn(entry, 'receivedOn'), dayIn(entry, 'expiresOn')];
  const left = expires ? daysBetween(today, expires) : null;
  return (
    <>
      <p>
        <strong dir="auto">{textIn(values, 'scope')}</strong>
        {textIn(values, 'purpose') ? ` · ${choiceWords(CONSENT_FOR, values.purpose).toLowerCase()}` : ''}
      </p>
      <p className="wm-second">
        {[
          textIn(values, 'withdrawnOn')
            ? 'Withdrawn'
            : textIn(values, 'refusedOn')
              ? 'Refused'
              : received
                ? `Received ${dayWords(received, today)}`
                : 'Not in yet',
          named(entry, 'contact') && `by ${named(entry, 'contact')}`,
        ]
          .filter(Boolean)
          .join(' ')}
        {expires && left !== null ? (
          <>
            {' · '}
            {left < 0 ? (
              <UrgencyMark urgency="late">Ended {dayWords(expires, today)}</UrgencyMark>
            ) : left <= SOON ? (
              <UrgencyMark urgency="near">
                Ends {dayWords(expires, today)}, {countWords(left, 'day')} left
              </UrgencyMark>
            ) : (
              `ends ${dayWords(expires, today)}`
            )}
          </>
        ) : null}
      </p>
    </>
  );
};

const contribution: Look = (entry, today) => {
  const { values } = entry;
  const [asked, due, received] = ['askedOn', 'dueOn', 'receivedOn'].map((key) => dayIn(entry, key));
  return (
    <>
      <p>
        <strong>{choiceWords(CONTRIBUTION_SORTS, values.sort)}</strong>, {textIn(values, 'askedOf')}
      </p>
      {textIn(values, 'words') ? <p dir="auto">“{textIn(values, 'words')}”</p> : null}
      <p className="wm-second">
        {[asked ? `asked ${dayWords(asked, today)}` : '', received ? `received ${dayWords(received, today)}` : '']
          .filter(Boolean)
          .join(' · ')}
        {!received && due ? (
          <>
            {asked ? ' · ' : ''}
            {due < today ? (
              <UrgencyMark urgency="late">{countWords(daysBetween(due, today), 'day')} late</UrgencyMark>
            ) : (
              `due ${dayWords(due, today)}`
            )}
          </>
        ) : null}
      </p>
    </>
  );
};

/** Waiting longer than this without a chase is worth a look. */
const LONG_WAIT = 42;

const outsideReferral: Look = (entry, today) => {
  const { values } = entry;
  const [sent, chased, ended] = ['sentOn', 'chasedOn', 'endedOn'].map((key) => dayIn(entry, key));
  const waits = sent && !ended ? daysBetween(sent, today) : null;
  const quiet = sent && !ended ? daysBetween(chased ?? sent, today) > LONG_WAIT : false;
  return (
    <>
      <p>
        <strong dir="auto">{textIn(values, 'to')}</strong> · {choiceWords(OUTSIDE_STATES, values.state).toLowerCase()}
      </p>
      <p dir="auto">{textIn(values, 'forWhat')}</p>
      <p className="wm-second">
        {[
          sent ? `sent ${dayWords(sent, today)}` : '',
          waits === null ? '' : `waiting ${countWords(waits, 'day')}`,
          chased ? `last chased ${dayWords(chased, today)}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        {quiet ? (
          <>
            {' · '}
            <UrgencyMark urgency="near">{chased ? 'not chased for six weeks' : 'never chased'}</UrgencyMark>
          </>
        ) : null}
      </p>
    </>
  );
};

const agency: Look = (entry, today) => {
  const { values } = entry;
  const visit = dayIn(entry, 'nextVisit');
  return (
    <>
      <p>
        <strong dir="auto">{textIn(values, 'professional') || named(entry, 'person') || textIn(values, 'name')}</strong>
        {textIn(values, 'role') ? `, ${textIn(values, 'role')}` : ''}
      </p>
      <p className="wm-second" dir="auto">
        {[
          textIn(values, 'name'),
          textIn(values, 'phone'),
          textIn(values, 'email'),
          visit ? `next visit ${dayWords(visit, today)}` : '',
          textIn(values, 'waitsFor') && `open request: ${textIn(values, 'waitsFor')}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
};

/** A line with its day and who wrote it: how most kinds read. */
const plain: Look = ({ line, values, madeBy, madeOn }, today) => {
  const on = (textIn(values, 'raisedOn') || textIn(values, 'on') || madeOn) as Day;
  return (
    <>
      <p dir="auto">{line}</p>
      <p className="wm-second">{[dayWords(on, today), madeBy].filter(Boolean).join(' · ')}</p>
    </>
  );
};

const score: Look = (entry) => <ScoreLook entry={entry} />;

/** A note that is closed to the reader says its day and the role it was written in, and no name. */
const restrictedNote: Look = (entry, today) => {
  const { line, values } = entry;
  const on = dayIn(entry, 'on');
  if (!isClosedNote('restricted-note', values)) return plain(entry, today);
  const role = textIn(values, 'byWords');
  return (
    <>
      <p>{line}</p>
      <p className="wm-second">
        {[on && dayWords(on, today), role && `written by ${role}`, 'not open to you'].filter(Boolean).join(' · ')}
      </p>
    </>
  );
};

/** The look of each kind. */
export const looks: Readonly<Partial<Record<KindName, Look>>> = {
  need,
  screening: score,
  assessment: score,
  contribution,
  'provision-line': provisionLine,
  session,
  intervention,
  consent,
  agency,
  'outside-referral': outsideReferral,
  'restricted-note': restrictedNote,
};

/** How an entry of a kind reads on its list. */
export const lookOf = (kind: KindName): Look => looks[kind] ?? plain;

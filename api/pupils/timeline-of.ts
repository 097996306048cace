import type { Day } from '#domain/calendar/day.ts';
import { countWords, dayWords } from '#domain/calendar/wording.ts';
import { clockTask, clockWhy } from '#domain/caseload/clock-words.ts';
import { againstAimline } from '#domain/caseload/goal-words.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { documentEntry, inTimelineOrder, logEntry, type TimelineEntry } from '#domain/pupils/timeline.ts';
import { instantText } from '../caseload/instant-text.ts';
import { PLAN_TITLES } from './plan-titles.ts';
import type { StoredCase } from './pupil-records.ts';

/** What the events of a case are called, by kind; kinds without a word are not for a timeline. */
export type EventWords = Readonly<Record<string, string>>;

/** Events that are only how the school's dates are kept, and say nothing on a timeline. */
const SILENT = new Set([
  'support-review-date-agreed',
  'parent-meeting-expected',
  'parent-meeting-date-agreed',
  'consent-expiry-agreed',
  'support-year-started',
]);

const MEETINGS: Readonly<Record<string, string>> = {
  'annual-review': 'Annual review',
  'support-review': 'SEN Support review',
  'parent-meeting': 'Parent meeting',
};

/** Everything that happened in a case, and the dates that have come, the newest first. */
export const timelineOf = (stored: StoredCase, today: Day, words: EventWords, record: readonly TimelineEntry[] = []): TimelineEntry[] =>
  inTimelineOrder([
    ...record,
    ...clockEntries(stored, today),
    ...stored.log.map((fact) => logEntry({ ...fact, at: instantText(fact.at) })),
    ...measurementEntries(stored),
    ...eventEntries(stored, words),
    ...stored.documents.flatMap((file) => (file.filedOn ? [documentEntry({ ...file, filedOn: file.filedOn, at: null })] : [])),
    ...meetingEntries(stored, today),
    ...stored.contributions.map(
      ({ id, askedOf, forWhat, receivedOn }): TimelineEntry => ({
        id: `contribution ${id}`,
        on: receivedOn,
        at: null,
        kind: 'contribution',
        words: `${askedOf} answered`,
        detail: forWhat ?? '',
        by: askedOf,
        link: null,
      }),
    ),
    ...stored.requests.map(requestEntry),
    ...stored.actions.map(
      ({ id, words: done, doneOn, by }): TimelineEntry => ({
        id: `action ${id}`,
        on: doneOn,
        at: null,
        kind: 'action',
        words: `Done: ${done}`,
        detail: by ?? '',
        by,
        link: null,
      }),
    ),
    ...stored.plans.map(
      ({ id, kind, version, madeOn, differences }): TimelineEntry => ({
        id: `plan ${id} ${version}`,
        on: madeOn,
        at: null,
        kind: 'plan',
        words:
          differences > 0
            ? `${PLAN_TITLES[kind] ?? 'Plan'} changed in Word: ${differences} ${differences === 1 ? 'difference waits' : 'differences wait'} for you`
            : `${PLAN_TITLES[kind] ?? 'Plan'}, version ${version}`,
        detail: '',
        by: null,
        link: { words: 'open the plan', kind: 'plan', target: id },
      }),
    ),
  ]);

/** Dates that are today or past and still open: each leads to its explanation. */
const clockEntries = ({ clocks }: StoredCase, today: Day): TimelineEntry[] =>
  clocks
    .filter(({ due, state }) => due <= today && state !== 'expected')
    .map((clock) => ({
      id: `clock ${clock.clock}`,
      on: clock.due,
      at: null,
      kind: 'clock',
      words:
        clock.due === today ? `Today: ${lowerFirst(clockTask(clock))}` : `${clockTask(clock)}: not done by ${dayWords(clock.due, today)}`,
      detail: clockWhy(clock, today),
      by: null,
      link: { words: 'why this date', kind: 'clock', target: clock.clock },
    }));

const measurementEntries = ({ goals }: StoredCase): TimelineEntry[] =>
  goals.flatMap((goal) =>
    goal.points.map(([on, value], index) => ({
      id: `measurement ${goal.id} ${index}`,
      on,
      at: null,
      kind: 'measurement' as const,
      words: `${goal.area ?? 'Progress'}: ${value}${goal.unit ? ` ${goal.unit}` : ''}`,
      detail: [upperFirst(againstAimline(goal, on, value) ?? ''), goal.lastBy].filter(Boolean).join(' · '),
      by: goal.lastBy,
      link: null,
    })),
  );

const eventEntries = ({ events }: StoredCase, words: EventWords): TimelineEntry[] =>
  events.flatMap(({ id, kind, on, about }) => {
    const said = words[kind];
    return said && !SILENT.has(kind)
      ? [
          {
            id: `event ${id}`,
            on,
            at: null,
            kind: 'event' as const,
            words: said,
            detail: isPlain(about) ? about : '',
            by: null,
            link: null,
          },
        ]
      : [];
  });

/** `about` may hold the id of the meeting an event belongs to; that says nothing to a reader. */
const isPlain = (about: string | null): about is string => about !== null && !/^[0-9a-f]{8}-/.test(about);

const meetingEntries = ({ meetings }: StoredCase, today: Day): TimelineEntry[] =>
  meetings.flatMap(({ id, purpose, state, startsAt }) => {
    const at = instantText(startsAt);
    if (!at || at.slice(0, 10) > today) return [];
    return [
      {
        id: `meeting ${id}`,
        on: at.slice(0, 10) as Day,
        at,
        kind: 'meeting' as const,
        words: MEETINGS[purpose] ?? 'Meeting',
        detail: state,
        by: null,
        link: { words: 'open', kind: 'meeting' as const, target: id },
      },
    ];
  });

const lowerFirst = (text: string): string => `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`;
const upperFirst = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** That several people were asked, on the day they were. */
const requestEntry = ({ id, purpose, on, at, by, people }: StoredCase['requests'][number]): TimelineEntry => ({
  id: `request ${id}`,
  on,
  at: instantText(at),
  kind: 'contribution',
  words: `Asked ${countWords(people, 'person', 'people')}`,
  detail: QUESTION_SETS[purpose].title,
  by,
  link: null,
});

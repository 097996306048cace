import { countWords } from '#domain/calendar/wording.ts';
import { jobKindOf } from './jobs.ts';
import { type Heard, OUTSIDE_PARTS, type OutsidePart, type Standing, standingOf } from './outside.ts';

/** A job that should be done by now. `tried` times of `most`; `trouble` is what it last met, in words; null where nothing has failed. */
export type WaitingJob = {
  readonly id: string;
  readonly task: string;
  readonly tried: number;
  readonly most: number;
  readonly running: boolean;
  readonly trouble: string | null;
};

/** Everything the status is computed from. Nothing in it is about a pupil. */
export type StatusFacts = {
  readonly heard: readonly Heard[];
  readonly jobs: readonly WaitingJob[];
  /** The last reading of people that ended: how, and how many hours ago. Null where there never was one. */
  readonly people: { readonly state: 'done' | 'held' | 'failed'; readonly hoursAgo: number } | null;
  /** Hours since the dates of everyone were last counted; null where they never were. */
  readonly countedHoursAgo: number | null;
  /** Days since the last backup that Waymark took; null where it never took one. */
  readonly backupDaysAgo: number | null;
  /** By how many seconds this machine’s clock and the record’s differ. */
  readonly clockOff: number;
};

export type Urgency = 'good' | 'info' | 'near' | 'late';

/** One line of the page: what it is about, how it stands, what that means for people, and what there is to do. */
export type StatusLine = {
  readonly id: string;
  readonly urgency: Urgency;
  readonly title: string;
  readonly state: string;
  readonly meaning: string;
  readonly heals: string;
};

/** `sentence` is the whole in one; `wrong` tells whether Today should say it. */
export type Status = { readonly wrong: boolean; readonly sentence: string; readonly lines: readonly StatusLine[] };

/** A job that has used up its tries: nothing happens to it any more unless a person says so. */
export const hasFailed = ({ tried, most, running }: WaitingJob): boolean => !running && tried >= most;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `two invitations`: small numbers as words, as one would say it. */
const said = (count: number, task: string): string => {
  const { one, many } = jobKindOf(task);
  return `${NUMBERS[count] ?? count} ${count === 1 ? one : many}`;
};

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;

/** `two invitations and one booking`, those of which there are most first; beyond three kinds the rest is a number. */
const saidOf = (jobs: readonly WaitingJob[]): string => {
  const counts = new Map<string, number>();
  for (const { task } of jobs) counts.set(task, (counts.get(task) ?? 0) + 1);
  const kinds = [...counts].sort(([, one], [, other]) => other - one);
  const rest = kinds.slice(3).reduce((sum, [, count]) => sum + count, 0);
  return joined([...kinds.slice(0, 3).map(([task, count]) => said(count, task)), ...(rest > 0 ? [`${rest} more`] : [])]);
};

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

type Words = { readonly urgency: Urgency; readonly state: string; readonly short: string | null; readonly heals: string };

const STANDINGS: Readonly<Record<Standing, Words>> = {
  well: { urgency: 'good', state: 'Works', short: null, heals: 'Nothing has to be done.' },
  unknown: {
    urgency: 'good',
    state: 'Not asked in the last quarter of an hour',
    short: null,
    heals: 'Nothing is known to be wrong; the next thing that needs it shows how it is.',
  },
  slow: {
    urgency: 'near',
    state: 'Slow',
    short: 'is slow just now',
    heals: 'Nothing: it clears when Microsoft 365 is quicker again. Nothing is lost meanwhile.',
  },
  throttled: {
    urgency: 'near',
    state: 'Asks Waymark to slow down',
    short: 'asks Waymark to slow down',
    heals: 'Nothing: it clears, mostly within minutes. Waymark waits as long as Microsoft 365 asks it to, and then goes on.',
  },
  refused: {
    urgency: 'late',
    state: 'Does not let Waymark in',
    short: 'does not let Waymark in',
    heals: 'An administrator looks at Settings, Permissions, which names the step. What waits then goes on.',
  },
  away: {
    urgency: 'late',
    state: 'Does not answer',
    short: 'does not answer',
    heals: 'Nothing: it clears when Microsoft 365 answers again. What waits is tried again, for about three days.',
  },
};

const partLine = (heard: Heard): StatusLine => {
  const { title, waits } = OUTSIDE_PARTS[heard.part];
  const standing = standingOf(heard);
  const { urgency, state, heals } = STANDINGS[standing];
  const took = standing === 'slow' && heard.took !== null ? `: an answer takes ${Math.round(heard.took / 100) / 10} s` : '';
  const meaning =
    urgency === 'good' ? `Needed for ${waits}.` : `${capital(waits)} can take longer or wait. What people type is kept all the same.`;
  return { id: heard.part, urgency, title, state: `${state}${took}`, meaning, heals };
};

const queueLine = (jobs: readonly WaitingJob[]): StatusLine => {
  const failed = jobs.filter(hasFailed);
  const waiting = jobs.filter((job) => !hasFailed(job));
  const base = { id: 'queue', title: 'Work that goes out by itself' };
  if (failed.length > 0)
    return {
      ...base,
      urgency: 'late',
      state: `${capital(saidOf(failed))} could not be done`,
      meaning: 'It was tried for about three days. It is listed below and nothing of it is lost.',
      heals: 'Somebody tries it again or gives it up.',
    };
  if (waiting.length > 0)
    return {
      ...base,
      urgency: 'near',
      state: `${capital(saidOf(waiting))} ${waiting.length === 1 ? 'waits' : 'wait'}`,
      meaning: 'What was asked for is kept and goes out later than usual.',
      heals: 'Nothing: each is tried again, later each time, for about three days.',
    };
  return {
    ...base,
    urgency: 'good',
    state: 'Nothing waits',
    meaning: 'Invitations, letters, filing and reminders go out as asked.',
    heals: 'Nothing has to be done.',
  };
};

const LATE_READING = 36;

const peopleLine = ({ people }: StatusFacts): StatusLine => {
  const base = { id: 'sync', title: 'Last reading of people', meaning: 'Who is at the school, who teaches whom, who has left.' };
  if (people === null)
    return {
      ...base,
      urgency: 'info',
      state: 'Never',
      heals: 'Nothing where the school brings people as files; else read them in Settings, People from Microsoft 365.',
    };
  const ago = people.hoursAgo < 1 ? 'within the hour' : `${countWords(Math.round(people.hoursAgo), 'hour')} ago`;
  if (people.state !== 'done')
    return {
      ...base,
      urgency: 'near',
      state: people.state === 'held' ? `Stopped ${ago}: a person decides` : `Did not end well, ${ago}`,
      heals: 'It is tried again each night. Settings, People from Microsoft 365, says what stopped it.',
    };
  const late = people.hoursAgo > LATE_READING;
  return {
    ...base,
    urgency: late ? 'near' : 'good',
    state: capital(ago),
    heals: late
      ? 'Nothing: it is tried again each night. Settings, People from Microsoft 365, reads them at once.'
      : 'Nothing has to be done.',
  };
};

const LATE_COUNT = 30;

const countLine = ({ countedHoursAgo: ago }: StatusFacts): StatusLine => {
  const late = ago === null || ago > LATE_COUNT;
  return {
    id: 'dates',
    urgency: ago === null ? 'info' : late ? 'near' : 'good',
    title: 'Dates counted',
    state: ago === null ? 'Not yet' : ago < 1 ? 'Within the hour' : `${countWords(Math.round(ago), 'hour')} ago`,
    meaning: 'After every event of a case, and all of them each night.',
    heals: late ? 'Nothing: they are counted in the coming night, and each when its case changes.' : 'Nothing has to be done.',
  };
};

const LATE_BACKUP = 8;

const backupLine = ({ backupDaysAgo: ago }: StatusFacts): StatusLine => {
  const late = ago !== null && ago > LATE_BACKUP;
  return {
    id: 'backup',
    urgency: ago === null ? 'info' : late ? 'near' : 'good',
    title: 'Last backup',
    state: ago === null ? 'None that Waymark took' : ago < 1 ? 'Within the day' : `${countWords(Math.floor(ago), 'day')} ago`,
    meaning: 'Where the database is rented as a service, that service takes backups of its own; Waymark does not see them.',
    heals:
      ago === null || late ? 'Whoever runs Waymark takes one, or makes sure that the database service does.' : 'Nothing has to be done.',
  };
};

/** So many seconds are forgiven: people’s days do not hang on them. */
const CLOCK_LEEWAY = 30;

const clockLine = ({ clockOff }: StatusFacts): StatusLine => {
  const off = Math.round(Math.abs(clockOff));
  const wrong = off > CLOCK_LEEWAY;
  return {
    id: 'clock',
    urgency: wrong ? 'late' : 'good',
    title: 'Clock',
    state: wrong ? `This machine and the record differ by ${countWords(off, 'second')}` : 'This machine and the record agree',
    meaning: 'Which day it is decides every date.',
    heals: wrong ? 'Whoever runs Waymark sets the machine’s time by a time server.' : 'Nothing has to be done.',
  };
};

/** Outlook’s calendar and its mail are one thing to most people: named once where both fare alike. */
const troubles = (heard: readonly Heard[]): string[] => {
  const short = (part: OutsidePart) => {
    const found = heard.find((one) => one.part === part);
    return found ? STANDINGS[standingOf(found)].short : null;
  };
  const parts = heard.map(({ part }) => part).filter((part) => !(part === 'mail' && short('mail') === short('calendar')));
  return parts.flatMap((part) => {
    const words = short(part);
    return words ? [`${OUTSIDE_PARTS[part].plain} ${words}`] : [];
  });
};

/** Lines of what Waymark does each night or a person each week: one that is behind is told, and stops nobody’s work. */
const KEPT_UP: readonly string[] = ['sync', 'dates', 'backup'];

const small = (words: string): string => `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;

const sentenceOf = (facts: StatusFacts, lines: readonly StatusLine[]): string => {
  const waiting = facts.jobs.filter((job) => !hasFailed(job));
  const failed = facts.jobs.filter(hasFailed);
  const parts = [
    ...troubles(facts.heard),
    ...(waiting.length > 0 ? [`${saidOf(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'}`] : []),
    ...(failed.length > 0 ? [`${saidOf(failed)} could not be done`] : []),
    ...lines.flatMap(({ id, urgency, title, state }) => (id === 'clock' && urgency === 'late' ? [`${title}: ${state}`] : [])),
  ];
  const open = lines.filter(({ id, urgency }) => KEPT_UP.includes(id) && urgency !== 'good');
  const late = open.some(({ urgency }) => urgency !== 'info');
  const first = parts.length > 0 ? `${capital(parts.join('; '))}.` : late ? 'Nothing waits.' : 'Everything works, and nothing waits.';
  return open.length > 0 ? `${first} Still open: ${joined(open.map(openWords))}.` : first;
};

/** `last backup (20 days ago)`: what the sentence may not pass over in silence. */
const openWords = ({ title, state }: StatusLine): string => `${small(title)} (${small(state)})`;

/** The state of the service in plain words, from facts alone: the same whichever process is asked. */
export const statusOf = (facts: StatusFacts): Status => {
  const lines = [
    ...facts.heard.map(partLine),
    queueLine(facts.jobs),
    peopleLine(facts),
    countLine(facts),
    backupLine(facts),
    clockLine(facts),
  ];
  const wrong = lines.some(({ id, urgency }) => urgency === 'late' || (urgency === 'near' && !KEPT_UP.includes(id)));
  return { wrong, sentence: sentenceOf(facts, lines), lines };
};

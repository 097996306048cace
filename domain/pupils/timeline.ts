import type { Day, Instant } from '#domain/calendar/day.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { documentTitle } from '#domain/pupils/document-title.ts';

export type TimelineKind =
  | 'clock'
  | 'document'
  | 'call'
  | 'message'
  | 'observation'
  | 'measurement'
  | 'concern'
  | 'assessment'
  | 'need'
  | 'provision'
  | 'consent'
  | 'agency'
  | 'meeting'
  | 'plan'
  | 'letter'
  | 'contribution'
  | 'restricted-note'
  | 'note'
  | 'event'
  | 'action';

export type TimelineLink = { readonly words: string; readonly kind: 'clock' | 'meeting' | 'plan' | 'document'; readonly target: string };

/** Anything that happened in a case: what, then who and the essence. */
export type TimelineEntry = {
  readonly id: string;
  readonly on: Day;
  readonly at: Instant | null;
  readonly kind: TimelineKind;
  readonly words: string;
  readonly detail: string;
  /** Who wrote or sent it; null where nobody in particular did. */
  readonly by: string | null;
  readonly link: TimelineLink | null;
};

/** A line of the log as the record keeps it. The words of a restricted note never come this far: `words` is then null. */
export type LogFact = {
  readonly id: string;
  readonly on: Day;
  readonly at: Instant | null;
  readonly kind: 'call' | 'message' | 'observation' | 'visit' | 'note' | 'restricted-note' | 'letter';
  readonly words: string | null;
  readonly with: string | null;
  readonly minutes: number | null;
  readonly by: string | null;
  readonly openTo: number;
  readonly openToReader: boolean;
};

const LOGGED: Readonly<Record<Exclude<LogFact['kind'], 'restricted-note'>, string>> = {
  call: 'Call',
  message: 'Message',
  observation: 'Observation',
  visit: 'Visit',
  note: 'Note',
  letter: 'Letter',
};

/** A line of the log on the timeline. A restricted note shows that it exists, whose it is by role and to how many it is open, no more. */
export const logEntry = (fact: LogFact): TimelineEntry => {
  const { id, on, at, kind } = fact;
  if (kind === 'restricted-note')
    return { id, on, at, kind, words: 'A restricted note exists', detail: restrictedDetail(fact), by: fact.by, link: null };
  const words = fact.with ? `${LOGGED[kind]} with ${fact.with}` : LOGGED[kind];
  const detail = [fact.words, fact.by, fact.minutes && `${fact.minutes} min`].filter(Boolean).join(' · ');
  return { id, on, at, kind: kind === 'visit' ? 'note' : kind, words, detail, by: fact.by, link: null };
};

const FEW = ['nobody', 'one person', 'two people', 'three people', 'four people', 'five people'];

const restrictedDetail = ({ by, openTo, openToReader }: LogFact): string =>
  [
    `Written by ${by ?? 'someone'}`,
    `open to ${FEW[openTo] ?? countWords(openTo, 'person', 'people')}`,
    openToReader ? 'you are one of them' : 'you are not one of them',
  ].join(' · ');

/** A file that was put into the case folder. */
export const documentEntry = (file: {
  id: string;
  name: string;
  from: string | null;
  filedOn: Day;
  at: Instant | null;
  webUrl: string | null;
}): TimelineEntry => ({
  id: `document ${file.id}`,
  on: file.filedOn,
  at: file.at,
  kind: 'document',
  words: `${documentTitle(file.name)} filed`,
  detail: file.from ?? '',
  by: file.from,
  link: file.webUrl ? { words: 'open', kind: 'document', target: file.webUrl } : null,
});

/** The newest first; of one day the later moment first. */
export const inTimelineOrder = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  [...entries].sort((a, b) => (a.on === b.on ? order(b.at ?? '', a.at ?? '') : order(b.on, a.on)));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

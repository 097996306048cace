import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import type { TimelineEntry, TimelineKind } from '#domain/pupils/timeline.ts';
import { calledIn, type KindName, type RecordKind, textIn, type Values } from './kind.ts';

/** Under which sign an entry stands on the timeline; null where something else already speaks of it there. */
const SIGNS: { readonly [K in KindName]: TimelineKind | null } = {
  concern: 'concern',
  referral: 'concern',
  screening: 'assessment',
  assessment: 'assessment',
  contribution: null,
  need: 'need',
  'profile-line': 'need',
  goal: 'need',
  'provision-line': 'provision',
  accommodation: 'provision',
  'lesson-observation': 'observation',
  'exam-arrangement': 'provision',
  'exam-evidence': 'observation',
  'exam-score': 'assessment',
  'exam-notice': 'consent',
  session: 'provision',
  intervention: 'provision',
  contact: null,
  consent: 'consent',
  'log-entry': null,
  agency: 'agency',
  'outside-referral': 'agency',
  removal: null,
  'part-time': null,
  'restricted-note': null,
  'document-note': 'note',
};

/** Kinds that the timeline tells from the entries themselves. */
export const isToldByEntry = (kind: KindName): boolean => SIGNS[kind] !== null;

/** An entry with the moment it was written and by whom; `about` is what it belongs to, where that says more than the kind: the provision of a session. */
export type EntryFact = {
  readonly id: string;
  readonly values: Values;
  readonly madeAt: Instant;
  readonly by: string | null;
  readonly about?: string | null;
};

const MOST = 160;

/** An entry on the timeline, on the day it is about; undefined where that day is not known or has not come. */
export const entryOnTimeline = (
  kind: RecordKind,
  { id, values, madeAt, by, about }: EntryFact,
  nation: Nation,
  today: Day,
): TimelineEntry | undefined => {
  const [on, sign] = [textIn(values, kind.onDay ?? '') as Day, SIGNS[kind.name]];
  if (!sign || on === ('' as Day) || on > today) return undefined;
  const line = kind.line(values, nation).replace(/\s+/g, ' ');
  const said = about ? `${about}: ${line[0]?.toLowerCase() ?? ''}${line.slice(1)}` : `${calledIn(kind, nation).title}: ${line}`;
  const words = said.length > MOST ? `${said.slice(0, MOST - 1).replace(/\s\S*$/, '')}…` : said;
  const at = madeAt.slice(0, 10) === on ? madeAt : null;
  return { id: `${kind.name} ${id}`, on, at, kind: sign, words, detail: by ?? '', by, link: null };
};

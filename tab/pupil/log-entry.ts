import type { Day } from '#domain/calendar/day.ts';
import type { LogStart } from '../kit/reach.ts';

export type LogKind = 'call' | 'observation' | 'score';

export const SOMEONE_ELSE = 'someone-else';

/** What has been typed so far; text stays text until it is saved. */
export type LogEntry = {
  readonly kind: LogKind;
  readonly on: string;
  readonly words: string;
  /** Whom a call was with: a contact, `SOMEONE_ELSE`, or nothing where it is not said. */
  readonly contact: string;
  readonly minutes: string;
  readonly promise: string;
  readonly promiseDue: string;
  readonly goal: string;
  readonly value: string;
};

/** A fresh entry of today. */
export const emptyEntry = (start: LogStart, today: Day): LogEntry => ({
  kind: start.kind ?? 'call',
  on: today,
  words: '',
  contact: start.contact ?? '',
  minutes: '',
  promise: '',
  promiseDue: '',
  goal: start.goal ?? '',
  value: '',
});

/** What stops it from being saved, in words; a promise needs its date, because it goes to Today. */
export const whatIsMissing = (entry: LogEntry): string[] => {
  const missing: string[] = [];
  if (!entry.on) missing.push('the day');
  if (entry.kind === 'score') {
    if (!entry.goal) missing.push('the goal');
    if (!entry.value.trim() || Number.isNaN(Number(entry.value))) missing.push('the score as a number');
    return missing;
  }
  if (!entry.words.trim()) missing.push(entry.kind === 'call' ? 'what was said' : 'what you saw');
  if (entry.promise.trim() && !entry.promiseDue) missing.push('by when it was promised');
  if (entry.promiseDue && !entry.promise.trim()) missing.push('what was promised');
  return missing;
};

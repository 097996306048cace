import { type Day, daysBetween } from '#domain/calendar/day.ts';

export type LogKind = 'call' | 'observation' | 'note' | 'message' | 'visit';

/** Whom an entry is about, where it is a contact of the pupil. */
export type LoggedWith = { readonly name: string; readonly restricted: boolean };

const NOUNS: Readonly<Record<LogKind, string>> = {
  call: 'call',
  observation: 'observation',
  note: 'note',
  message: 'message',
  visit: 'visit',
};

/** What is announced after saving: `Logged: call with Fiona Reid`. */
export const loggedWords = (kind: LogKind, about: LoggedWith | null, pupil: string): string => {
  if (!about) return `Logged: ${NOUNS[kind]} for ${pupil}`;
  return about.restricted ? `Logged: ${NOUNS[kind]} received from ${about.name}` : `Logged: ${NOUNS[kind]} with ${about.name}`;
};

/** An entry that cannot stand, by field and in words. */
export type LogProblem = { readonly field: string; readonly reason: string };

/**
 * What stands in the way of an entry. Nothing is logged for a day that has not come. A person who must not be contacted is never promised
 * anything, visited or written to; a call that came from them can be logged, for it must be.
 */
export const logProblems = (
  entry: { kind: LogKind; on: Day; promise?: string | undefined; promiseDue?: Day | undefined },
  about: LoggedWith | null,
  today: Day,
): LogProblem[] => {
  const problems: LogProblem[] = [];
  if (entry.on > today) problems.push({ field: 'on', reason: 'That day has not come yet.' });
  if (entry.promiseDue && daysBetween(entry.on, entry.promiseDue) < 0)
    problems.push({ field: 'promiseDue', reason: 'A promise cannot be due before it was made.' });
  if (about?.restricted && entry.kind !== 'call' && entry.kind !== 'note')
    problems.push({ field: 'contact', reason: `${about.name} must not be contacted. A call that came from them can be logged as a call.` });
  if (about?.restricted && entry.promise)
    problems.push({ field: 'promise', reason: `Nothing can be promised to ${about.name}, who must not be contacted.` });
  return problems;
};

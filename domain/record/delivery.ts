import { countWords } from '#domain/calendar/wording.ts';
import { type Notice, numberIn, textIn, type Values } from './kind.ts';
import { NOT_DELIVERED } from './kinds/session.ts';

/** What became of the sessions of one line or intervention: minutes come from logged sessions and from nothing else (duty 2 A4). */
export type Delivery = {
  readonly planned: number;
  readonly delivered: number;
  readonly minutes: number;
  /** How often each reason stood in the way; an absent pupil, an absent adult and a closed school are counted apart. */
  readonly reasons: ReadonlyMap<string, number>;
};

/** Counts sessions. One that is planned for a day to come is neither delivered nor missed. */
export const deliveryOf = (sessions: readonly Values[]): Delivery => {
  const past = sessions.filter(({ state }) => state !== 'planned');
  const delivered = past.filter(({ state }) => state === 'delivered');
  const reasons = new Map<string, number>();
  for (const { whyNot } of past) if (typeof whyNot === 'string') reasons.set(whyNot, (reasons.get(whyNot) ?? 0) + 1);
  const minutes = delivered.reduce((sum, values) => sum + (numberIn(values, 'minutes') ?? 0), 0);
  return { planned: past.length, delivered: delivered.length, minutes, reasons };
};

/** `3 of 5 sessions took place, 40 min · pupil absent 1, adult absent 1`; nothing where no session was logged. */
export const deliveryNotice = (sessions: readonly Values[]): readonly Notice[] => {
  const { planned, delivered, minutes, reasons } = deliveryOf(sessions);
  if (planned === 0) return [];
  const why = NOT_DELIVERED.flatMap(({ value, words }) =>
    reasons.has(value) ? [`${words.toLowerCase()} ${reasons.get(value)}`] : [],
  ).join(', ');
  const words = `${delivered} of ${countWords(planned, 'session')} took place, ${minutes} min${why ? ` · ${why}` : ''}`;
  return [{ field: null, words, weight: delivered * 4 < planned * 3 ? 'near' : 'info' }];
};

/** Minutes of each lesson that a pupil missed for logged sessions, the most first (duty 5 A4). */
export const lostMinutes = (
  sessions: readonly Values[],
  missedFor: (session: Values) => string,
): readonly (readonly [lesson: string, minutes: number])[] => {
  const lost = new Map<string, number>();
  for (const session of sessions) {
    if (session.state !== 'delivered') continue;
    const lesson = (textIn(session, 'missed') || missedFor(session)).trim().toLowerCase();
    if (lesson !== '') lost.set(lesson, (lost.get(lesson) ?? 0) + (numberIn(session, 'minutes') ?? 0));
  }
  return [...lost].sort((a, b) => b[1] - a[1]);
};

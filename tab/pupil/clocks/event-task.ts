import type { CaseEvent, EventSaid } from '#contract/case-events.ts';
import { type Day, isDay } from '#domain/calendar/day.ts';

/** What the dialog is open for: a new event, or one of the case to be corrected, taken out or put back. */
export type EventTask =
  | { readonly what: 'record'; readonly kind: string }
  | { readonly what: 'correct' | 'withdraw' | 'restore'; readonly event: CaseEvent };

/** What stands in the fields, as text. */
export type TypedEvent = { readonly [Field in keyof Required<EventSaid>]: string };

const EMPTY: TypedEvent = {
  kind: '',
  on: '',
  outcome: '',
  who: '',
  about: '',
  until: '',
  days: '',
  agreed: '',
  owner: '',
  exception: '',
  because: '',
  evidence: '',
};

/** The fields as the dialog opens: empty but for the day, or as the event says. */
export const typedFor = (task: EventTask, today: Day): TypedEvent => {
  if (task.what === 'record') return { ...EMPTY, kind: task.kind, on: today };
  const said = Object.entries(task.event.said).map(([field, value]) => [field, String(value ?? '')]);
  return { ...EMPTY, ...Object.fromEntries(said) };
};

/** What keeps an event from being sent, by its field: nothing chosen, no day, or text that is none. */
export const lacksOf = (typed: TypedEvent): Readonly<Partial<Record<keyof TypedEvent, string>>> => ({
  ...(typed.kind ? {} : { kind: 'is missing' }),
  ...(isDay(typed.on) ? {} : { on: typed.on ? 'is not a day of the calendar' : 'is missing' }),
  ...(typed.until && !isDay(typed.until) ? { until: 'is not a day of the calendar' } : {}),
  ...(typed.agreed && !isDay(typed.agreed) ? { agreed: 'is not a day of the calendar' } : {}),
});

/** What was typed, ready to be sent; undefined while a day or the kind is missing or no day at all. */
export const saidBy = (typed: TypedEvent): EventSaid | undefined => {
  if (!isDay(typed.on) || Object.keys(lacksOf(typed)).length > 0) return undefined;
  const texts = (['outcome', 'who', 'about', 'until', 'agreed', 'owner', 'exception', 'because', 'evidence'] as const).flatMap((field) =>
    typed[field].trim() ? [[field, typed[field].trim()] as const] : [],
  );
  const days = typed.days.trim() === '' ? {} : { days: Number(typed.days) };
  return { kind: typed.kind, on: typed.on, ...Object.fromEntries(texts), ...days };
};

import type { EventSaid } from '#contract/case-events.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { type EventFault, eventFaults } from '#domain/timelines/event-faults.ts';
import type { RuleSet } from '#domain/timelines/rule.ts';
import { Refusal } from '../refusal.ts';
import type { StoredEvent } from './clock-records.ts';
import type { EventDetails, KeptEvent } from './event-records.ts';

/** What people say of an event beside its kind and day; other details come from elsewhere and stay as they are. */
const SAID = ['outcome', 'who', 'about', 'until', 'days', 'agreed', 'exception', 'because'] as const;

/** Refuses, field by field, what cannot be recorded so. */
export const acceptSaid = (said: EventSaid, rules: RuleSet, today: Day): void => {
  const faults = eventFaults(said, rules, today);
  if (faults.length > 0) throw new Refusal('not-valid', sentenceOf(faults), faults);
};

const NAMES: Readonly<Record<EventFault['field'], string>> = {
  kind: 'What happened',
  on: 'The day',
  outcome: 'What was decided',
  who: 'Of whom',
  about: 'What it is about',
  until: 'The last day',
  days: 'The number of days',
  agreed: 'The day agreed on',
  owner: 'The name',
  exception: 'The exception',
  because: 'The ground',
  evidence: 'The evidence',
};

const sentenceOf = (faults: readonly EventFault[]): string =>
  `${faults.map(({ field, reason }) => `${NAMES[field]} ${reason}`).join('. ')}.`;

/**
 * The details to keep of what was said. `before`: those of the event that is corrected, of which what people do not say stays; `council`:
 * how the council is called, for what a council owes.
 */
export const detailsOf = (said: EventSaid, rules: RuleSet, before: EventDetails, council: object | null): EventDetails => {
  const kept = Object.entries(before).filter(([key]) => !(SAID as readonly string[]).includes(key) && key !== 'source');
  const spoken = SAID.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]] as const]));
  const source = sourceOf(said, before);
  const owner = ownerOf(said, rules, before, council);
  return { ...Object.fromEntries([...kept, ...spoken]), ...(source ? { source } : {}), ...(owner ? { owner } : {}) };
};

type Source = { readonly words?: string };

const sourceOf = ({ evidence }: EventSaid, before: EventDetails): object | undefined => {
  if (!evidence) return undefined;
  const known = before.source as Source | undefined;
  return known?.words === evidence ? known : { kind: 'record', id: '', words: evidence };
};

type Owner = { readonly words?: string };

const ownerOf = ({ kind, owner }: EventSaid, rules: RuleSet, before: EventDetails, council: object | null): object | undefined => {
  const known = before.owner as Owner | undefined;
  if (owner) return known?.words === owner ? known : { words: owner, short: owner };
  if (known && !rules.asks?.[kind]?.owner) return known;
  const startsCouncilClock = rules.rules.some(
    (rule) => rule.owedBy === 'local-authority' && rule.from.some((match) => match.kind === kind),
  );
  return startsCouncilClock && council ? council : undefined;
};

/** The event as the clocks read it. */
export const asStored = (id: string, { kind, on }: Pick<EventSaid, 'kind' | 'on'>, details: EventDetails): StoredEvent => ({
  ...(details as Partial<StoredEvent>),
  id,
  kind,
  on,
});

/** What was said of a kept event, as it goes into the form again. */
export const saidOf = ({ kind, on, details }: Pick<KeptEvent, 'kind' | 'on' | 'details'>): EventSaid => {
  const spoken = SAID.flatMap((key) => (details[key] === undefined || details[key] === null ? [] : [[key, details[key]] as const]));
  const evidence = (details.source as Source | undefined)?.words;
  const owner = (details.owner as Owner | undefined)?.words;
  return { kind, on, ...Object.fromEntries(spoken), ...(evidence ? { evidence } : {}), ...(owner ? { owner } : {}) };
};

/** What was said beside kind and day, in a line. */
export const detailWords = (said: EventSaid, rules: RuleSet): string => {
  const asks = rules.asks?.[said.kind];
  const outcome = asks?.outcomes?.find(({ value }) => value === said.outcome)?.words ?? said.outcome;
  const who = asks?.of?.find(({ value }) => value === said.who)?.words ?? said.who;
  const about = said.about && !/^[0-9a-f]{8}-/.test(said.about) ? said.about : undefined;
  const exception = rules.exceptions.find(({ id }) => id === said.exception)?.title;
  return [
    outcome,
    about ?? who,
    exception,
    said.because,
    said.until ? `to ${dayWordsWithYear(said.until)}` : undefined,
    said.days === undefined ? undefined : `${said.days} days`,
    said.agreed ? `for ${dayWordsWithYear(said.agreed)}` : undefined,
    said.evidence,
  ]
    .filter(Boolean)
    .join(' · ');
};

import type { Day } from '#domain/calendar/day.ts';
import { asWallClock, instantOf } from '#domain/calendar/wall-clock.ts';
import type { Case, Happening } from '#local-tenant/school/casework.ts';
import type { SchoolWithCasework } from '#local-tenant/school/hollin-bank.ts';
import { type CaseRows, contactId, type Stamp } from './case-rows.ts';
import { personId } from './people-rows.ts';

const ZONE = 'Europe/London';
const moment = (on: Day, at: string) => instantOf(on, asWallClock(at), ZONE);

/** What happened in a case: events for the clocks, the log, what was asked of people, the documents in the folder. */
export const historyRows = (one: Case, stamp: Stamp, school: SchoolWithCasework): CaseRows => ({
  case_event: one.events.map((event, index) => ({
    ...stamp('event', index),
    kind: event.kind,
    on_day: event.on,
    details: detailsOf(event, school),
    entry_id: entryBehind(event, one, stamp),
    recorded_at: moment(event.on, '09:00'),
  })),
  log_entry: one.log.map((entry, index) => {
    const contact = one.contacts.find(({ name }) => name === entry.with);
    return {
      ...stamp('log', index),
      kind: entry.kind,
      on_day: entry.on,
      at: moment(entry.on, entry.at ?? '12:00'),
      words: entry.words,
      contact_id: contact ? contactId(one.caseRef, contact.name) : null,
      with_whom: contact ? null : (entry.with ?? null),
      minutes: entry.minutes ?? null,
      promise: entry.promise ?? null,
      promise_due: entry.promiseDue ?? null,
      by_person: entry.by ? personId(entry.by) : null,
      by_words: entry.byWords ?? null,
      open_to: entry.openTo ? entry.openTo.map(personId) : null,
    };
  }),
  contribution: one.contributions.map((asked, index) => ({
    ...stamp('contribution', index),
    asked_of: asked.askedOf,
    kind: asked.kind,
    for_what: asked.forWhat ?? null,
    asked_on: asked.asked ?? null,
    due_on: asked.due ?? null,
    received_on: asked.received ?? null,
    words: asked.words ?? null,
    recorded_at: asked.received ? moment(asked.received, asked.receivedAt ?? '10:00') : moment(asked.asked ?? one.stageSince, '10:00'),
  })),
  document: school.documents
    .filter(({ folder }) => folder === one.caseRef)
    .map((document) => ({
      ...stamp('document', document.name),
      name: document.name,
      kind: document.kind,
      from_whom: document.from ?? null,
      filed_on: document.filedOn,
      recorded_at: moment(document.filedOn, '15:02'),
    })),
});

/** What the clocks need of an event, and of whom something is expected: a person by id and name. */
const detailsOf = (
  { kind: _kind, on: _on, owner, source, inSchoolYear: _kept, ...details }: Happening<Day>,
  { staff }: SchoolWithCasework,
) => ({
  ...details,
  ...(source ? { source: { kind: 'record', id: '', words: source } } : {}),
  ...(owner ? { owner: ownerOf(owner, staff) } : {}),
});

const ownerOf = ({ person, words, short }: NonNullable<Happening<Day>['owner']>, staff: SchoolWithCasework['staff']) => {
  const known = staff.find(({ key }) => key === person);
  if (!known) return { words, short: short ?? words };
  const name = `${known.givenName} ${known.surname}`;
  const initial = `${known.givenName[0]} ${known.surname}`;
  return {
    person: personId(known.key),
    name,
    words: words ?? (known.employer === 'NHS therapy' ? `${name}, ${known.employer}` : name),
    short: short ?? (known.employer === 'NHS therapy' ? known.employer : initial),
  };
};

/** The entry that an event of the case rests on: a consent, or a request of which it is said when the council received it. */
const entryBehind = ({ kind, about, on }: Happening<Day>, { consents, record }: Case, stamp: Stamp): string | null => {
  const consent = kind.startsWith('consent-') ? consents.findIndex(({ scope }) => scope === about) : -1;
  if (consent >= 0) return stamp('consent', consent).id;
  const request =
    kind === 'request-received' ? record.findIndex((entry) => entry.kind === 'referral' && entry.values.receivedOn === on) : -1;
  return request < 0 ? null : stamp('kept', request).id;
};

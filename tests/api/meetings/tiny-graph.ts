import type { AllDayEntry, BookedEvent, BusyTime, EventToBook, Gateway, StoredFile } from '#api/graph/gateway.ts';
import { Refusal } from '#api/refusal.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { noGraph } from '#tests/no-graph.ts';

/** Microsoft 365 at its outermost edge, small enough to look inside: what was booked, filed and sent, and a switch for bad days. */
export type TinyGraph = Gateway & {
  readonly events_: Map<string, EventToBook>;
  readonly files_: Map<string, { file: StoredFile; bytes: Uint8Array; caseRef: string }>;
  readonly letters: { to: readonly { name: string; email: string }[]; subject: string; text: string }[];
  readonly notices: ({ readonly person: string } & Parameters<Gateway['activity']['notify']>[1])[];
  readonly dates_: Map<string, { mailbox: string } & AllDayEntry>;
  readonly calls: string[];
  busy(email: string, ...times: BusyTime[]): void;
  /** What happens at the next call of this name: it fails before anything is done, or its answer is lost. */
  failNext(call: string, how: 'before' | 'after' | 'never-answers'): void;
};

/** A fresh Microsoft 365. Books by transaction id and versions by ETag, as Graph does. */
export const tinyGraph = (): TinyGraph => {
  const calendars = new Map<string, BusyTime[]>();
  const events = new Map<string, EventToBook>();
  const files = new Map<string, { file: StoredFile; bytes: Uint8Array; caseRef: string }>();
  const dates = new Map<string, { mailbox: string } & AllDayEntry>();
  const letters: TinyGraph['letters'] = [];
  const notices: TinyGraph['notices'] = [];
  const calls: string[] = [];
  const failing = new Map<string, 'before' | 'after' | 'never-answers'>();
  let edition = 0;

  const through = async <T>(call: string, work: () => T): Promise<T> => {
    calls.push(call);
    const how = failing.get(call);
    failing.delete(call);
    if (how === 'never-answers') return new Promise<T>(() => undefined);
    if (how === 'before') throw new Refusal('elsewhere-unwell', 'Microsoft 365 cannot be reached just now.');
    const answer = work();
    if (how === 'after') throw new Refusal('elsewhere-unwell', 'Microsoft 365 cannot be reached just now.');
    return answer;
  };

  const stored = (caseRef: string, name: string, bytes: Uint8Array, by: string | null): StoredFile => {
    edition += 1;
    const itemId = files.get(`${caseRef}/${name}`)?.file.itemId ?? `item-${edition}`;
    const webUrl = `https://sharepoint.example/${caseRef}/${encodeURIComponent(name)}`;
    const changedAt = '2026-11-20T10:00:00.000Z' as Instant;
    return { driveId: 'drive', itemId, eTag: `"${edition}"`, name, webUrl, size: bytes.byteLength, changedAt, changedBy: by };
  };
  const byId = (itemId: string) => [...files.values()].find(({ file }) => file.itemId === itemId);

  return {
    events_: events,
    files_: files,
    letters,
    dates_: dates,
    calls,
    busy: (email, ...times) => void calendars.set(email, [...(calendars.get(email) ?? []), ...times]),
    failNext: (call, how) => void failing.set(call, how),
    people: noGraph.people,
    groups: noGraph.groups,
    workbooks: noGraph.workbooks,
    calendars: {
      read: (_actor, emails) => through('calendars.read', () => emails.map((email) => ({ email, busy: calendars.get(email) ?? [] }))),
    },
    watching: noGraph.watching,
    events: {
      look: noGraph.events.look,
      remove: (id) => through('events.remove', () => events.delete(id.replace('event-', ''))),
      book: (_actor, event) =>
        through('events.book', (): BookedEvent => {
          if (!events.has(event.transactionId)) events.set(event.transactionId, event);
          return { id: `event-${event.transactionId}`, etag: '"1"', joinUrl: 'https://teams.example/join' };
        }),
    },
    files: {
      list: (_actor, caseRef) =>
        through('files.list', () => [...files.values()].filter((one) => one.caseRef === caseRef).map(({ file }) => file)),
      library: () => through('files.library', () => [...files.values()].map(({ file, caseRef }) => ({ folder: caseRef, file }))),
      read: (_actor, { itemId }) =>
        through('files.read', () => {
          const found = byId(itemId);
          if (!found) throw new Refusal('not-found', 'The file is not there any more.');
          return found.bytes;
        }),
      save: (actor, caseRef, name, bytes, ifMatch) =>
        through('files.save', () => {
          const there = files.get(`${caseRef}/${name}`);
          if (ifMatch && there?.file.eTag !== ifMatch) throw new Refusal('changed-meanwhile', 'Somebody changed the file meanwhile.');
          const file = stored(caseRef, name, bytes, actor?.name ?? null);
          files.set(`${caseRef}/${name}`, { file, bytes, caseRef });
          return file;
        }),
      pdf: (_actor, { itemId }) => through('files.pdf', () => (byId(itemId) ? new TextEncoder().encode('%PDF-1.7 of a test') : null)),
      changes: noGraph.files.changes,
      versions: () => through('files.versions', () => 1),
      folder: (_actor, caseRef) =>
        through('files.folder', () =>
          [...files.values()].some((one) => one.caseRef === caseRef) ? { driveId: 'drive', itemId: `folder ${caseRef}` } : null,
        ),
      erase: ({ itemId }) =>
        through('files.erase', () => {
          const going = [...files].filter(([, one]) => one.file.itemId === itemId || `folder ${one.caseRef}` === itemId);
          for (const [key] of going) files.delete(key);
          return going.length > 0;
        }),
      one: (_actor, { itemId }) => through('files.one', () => byId(itemId)?.file ?? null),
    },
    dates: {
      add: (mailbox, { transactionId, ...entry }) =>
        through('dates.add', () => {
          const id = `date-${transactionId}`;
          if (!dates.has(id)) dates.set(id, { mailbox, ...entry });
          return id;
        }),
      change: (mailbox, id, entry) => through('dates.change', () => dates.has(id) && dates.set(id, { mailbox, ...entry }) === dates),
      remove: (_mailbox, id) => through('dates.remove', () => dates.delete(id)),
    },
    notices,
    activity: {
      notify: (person, notice) =>
        through('activity.notify', () => {
          notices.push({ person, ...notice });
          return 'sent' as const;
        }),
    },
    mail: { send: (letter) => through('mail.send', () => void letters.push(letter)) },
    preflight: async () => [],
    reachable: async () => undefined,
  };
};

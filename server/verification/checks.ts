import { Document, Packer, Paragraph } from 'docx';
import { Refusal } from '#api/refusal.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import type { Workbench } from '../command-line/workbench.ts';

/** Something that only a real tenant can prove. It answers what was seen; it throws where that is not as it should be. */
export type Check = {
  /** As docs/unverified.md names it. */
  readonly id: string;
  readonly proves: string;
  readonly run: (bench: Workbench, options: CheckOptions) => Promise<string>;
};

export type CheckOptions = {
  /** Where people reach Waymark. */
  readonly origin: string;
  readonly mailbox: string;
  /** A mailbox of the tenant that Waymark was not given; nothing is written into it where all is well. */
  readonly other?: string;
  /** Somebody of another organisation who is invited to reviews. */
  readonly outside?: string;
};

/** Not as it should be, in a sentence. */
export class NotSo extends Error {}
/** Nothing to try it with. */
export class NotAsked extends Error {}

const hold = (so: boolean, words: string): void => {
  if (!so) throw new NotSo(words);
};

/** The case under which traces of a check would lie, were it cut short: no pupil's. */
const CASE = 'WM-VERIFY';
const DAYS_AHEAD = 60;

const fetched = async (address: string): Promise<Response> => {
  const reply = await fetch(address, { signal: AbortSignal.timeout(10_000), redirect: 'manual' }).catch(() => null);
  if (!reply) throw new NotSo(`${address} does not answer from this machine.`);
  return reply;
};

const door: Check['run'] = async (_bench, { origin }) => {
  const reply = await fetched(`${origin}/readyz`);
  hold(reply.status === 200, `${origin}/readyz answers ${reply.status}.`);
  hold(origin.startsWith('https://') || new URL(origin).hostname === 'localhost', 'Teams and Word open https alone.');
  return `${origin} takes work.`;
};

const meeting: Check['run'] = async ({ parts }) => {
  const startsAt = addMinutes(parts.clock.now(), DAYS_AHEAD * 1440) as Instant;
  const event = {
    transactionId: parts.ids.next(),
    subject: `Review ${CASE}`,
    startsAt,
    endsAt: addMinutes(startsAt, 30) as Instant,
    timeZone: 'UTC',
    place: null,
    invited: [],
  };
  const booked = await parts.graph.events.book(null, event);
  try {
    hold((await parts.graph.events.book(null, event)).id === booked.id, 'The same booking, sent twice, made two meetings.');
    hold(
      booked.joinUrl !== null,
      'The mailbox got no Teams link: give it a licence with Teams, or look for it in the calendar in a minute.',
    );
    return 'A meeting with a Teams link was booked once though it was sent twice, and taken out again.';
  } finally {
    await parts.graph.events.remove(booked.id, true);
  }
};

const aDocument = (words: string): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(words)] }] }));

const library: Check['run'] = async ({ parts: { graph } }) => {
  const name = `${CASE} check.docx`;
  const first = await graph.files.save(null, CASE, name, await aDocument('First'));
  try {
    const second = await graph.files.save(null, CASE, name, await aDocument('Second'), first.eTag);
    const stale = await graph.files.save(null, CASE, name, await aDocument('Third'), first.eTag).then(
      () => 'saved',
      (fault: unknown) => (fault instanceof Refusal ? fault.kind : 'fault'),
    );
    hold(stale === 'changed-meanwhile', 'A save over a newer version was not refused: two editors could lose each other’s words.');
    hold((await graph.files.versions(null, second)) >= 2, 'The library keeps no versions: switch versioning on in its settings.');
    const pdf = await graph.files.pdf(null, second);
    hold(pdf !== null && Buffer.from(pdf.subarray(0, 4)).toString() === '%PDF', 'The document was not turned into a PDF.');
    return 'Saved, versioned, refused over a newer version, turned into a PDF, and deleted past the recycle bin.';
  } finally {
    const folder = await graph.files.folder(null, CASE);
    if (folder) await graph.files.erase(folder);
  }
};

const letter: Check['run'] = async ({ parts: { graph } }, { mailbox }) => {
  await graph.mail.send({
    to: [{ name: 'SEND', email: mailbox }],
    subject: `Waymark: a check of ${CASE}`,
    text: 'Waymark sends letters from this mailbox. Nothing needs to be done.',
  });
  return `A letter is on its way to ${mailbox} itself: look whether it came.`;
};

const closed: Check['run'] = async ({ parts }, { other }) => {
  if (!other) throw new NotAsked('Name a mailbox that Waymark was not given: --other head@school.example.');
  const on = parts.clock.today('UTC');
  const entry = { subject: CASE, on, until: addMinutes(parts.clock.now(), 1440).slice(0, 10) as Day, zone: 'UTC' };
  const made = await parts.graph.dates.add(other, { ...entry, transactionId: parts.ids.next() }).catch((fault: unknown) => {
    if (fault instanceof Refusal) return null;
    throw fault;
  });
  if (made === null) return `${other} is closed to Waymark, as it should be.`;
  await parts.graph.dates.remove(other, made);
  throw new NotSo(
    `Waymark could write into ${other}. Take Calendars.ReadWrite and Mail.Send out of Entra: Exchange’s scope narrows nothing while they stand there.`,
  );
};

const people: Check['run'] = async ({ parts: { graph } }) => {
  const page = await graph.people.page('people', null);
  if (page === 'not-allowed') throw new NotSo('EduRoster.Read.All is missing.');
  if (page === 'expired') throw new NotSo('Microsoft 365 let a link expire that it has just given.');
  hold(page.next !== null || page.done !== null, 'The reading has neither a next page nor an end.');
  const families = page.told.filter((one) => 'thing' in one && JSON.stringify(one.thing).includes('contacts')).length;
  return `${page.told.length} people on the first page${families > 0 ? '' : ', none with a family: relatedContacts is not told in a delta here'}.`;
};

const freeBusy: Check['run'] = async ({ parts, actor }, { outside }) => {
  if (!outside) throw new NotAsked('Name somebody of another organisation: --outside joanna.tse@nhs.example.');
  const today = parts.clock.today('UTC');
  const [read] = await parts.graph.calendars.read(actor, [outside], today, today);
  return read && 'busy' in read
    ? `${outside} shows when they are free.`
    : `${outside} shows nothing (${read && 'unreadable' in read ? read.unreadable : 'no answer'}): dates are offered without looking there.`;
};

/** In this order: what the rest leans on first. Each cleans up after itself. */
export const CHECKS: readonly Check[] = [
  { id: 'door', proves: 'the address at which Teams and Word reach Waymark', run: door },
  { id: 'meeting', proves: 'the SEND mailbox gets an online meeting, once', run: meeting },
  { id: 'library', proves: 'Sites.Selected, versions, If-Match, PDF and deletion', run: library },
  { id: 'letter', proves: 'Exchange lets Waymark send', run: letter },
  { id: 'closed', proves: 'Exchange keeps every other mailbox closed', run: closed },
  { id: 'people', proves: 'School Data Sync is told in deltas', run: people },
  { id: 'free-busy', proves: 'free/busy of another organisation', run: freeBusy },
];

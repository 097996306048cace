import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '#domain/calendar/day.ts';
import { type Bookable, eventsOf, offers, pressAgain, queueTakesOver, reviewsOf, settled } from './killed-bookings.ts';
import type { SeveralServices } from './several-services.ts';

/** What became of everything that people did while processes came and went. */
export type Outcome = {
  /** Notes that were acknowledged, and how often each stands in the record. */
  readonly notes: readonly number[];
  /** What was said to the bot, and what became of it. */
  readonly answers: readonly Said[];
  /** Of each booking that was acknowledged: its reviews on record and its events in the calendars. */
  readonly bookings: readonly { readonly reviews: number; readonly events: number }[];
  /** Jobs that are due or in hand when nothing more is asked. */
  readonly leftOver: number;
  /** How often a request had to be asked again at another process. */
  readonly moved: number;
};

/** One thing that was said to the bot. */
export type Said = {
  readonly words: string;
  /** How many answers stand in the chat under it, and whether they are the same to the last button. */
  readonly answers: number;
  readonly alike: boolean;
  /** How often a process was killed that had it in hand. */
  readonly cutOff: number;
  /** How often the entry stands that it asked for; null where it asked for none. */
  readonly logged: number | null;
};

/**
 * What breaks the promise of docs/decisions/0012: each thing said is answered; a second time only where a process was killed that had it in
 * hand, and then with the same card; what it asked for is done once.
 */
export const againstThePromise = (said: readonly Said[]): readonly Said[] =>
  said.filter(({ answers, alike, cutOff, logged }) => answers < 1 || answers > 1 + cutOff || !alike || (logged !== null && logged !== 1));

type Chat = { readonly id: string; readonly kind: string; readonly installed: boolean };
type Message = {
  readonly id: string;
  readonly from: { readonly id: string };
  readonly replyTo: string | null;
  readonly attachments: readonly { readonly content: unknown }[];
};

const ask = async <T>(address: string, body?: object): Promise<T> => {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(address, body ? { method: 'POST', headers, body: JSON.stringify(body) } : {});
  return (await reply.json()) as T;
};

/** Somebody's own chat with the bot, through the room that plays it. */
const chatOf = async ({ rooms }: SeveralServices, person: string) => {
  const own = (await ask<Chat[]>(`${rooms}/rooms/chats?person=${person}`)).find(({ kind }) => kind === 'personal');
  if (!own) throw new Error(`${person} has no chat with the bot`);
  const at = `${rooms}/rooms/chats/${encodeURIComponent(own.id)}`;
  if (!own.installed) await ask(`${at}/install`, { person });
  const heard = async (): Promise<readonly Message[]> =>
    (await ask<{ messages: Message[] }>(`${at}?person=${person}`)).messages.filter(({ from }) => from.id === 'bot');
  const say = async (text: string): Promise<string> => (await ask<{ message: Message }>(`${at}/messages`, { person, text })).message.id;
  return { say, heard };
};

const writeNotes = async ({ call }: SeveralServices, pupils: readonly string[], over: () => boolean): Promise<string[]> => {
  const accepted: string[] = [];
  for (let turn = 0; !over(); turn += 1) {
    const words = `Note ${randomUUID()}`;
    const pupil = pupils[turn % pupils.length] ?? '';
    const done = await call('log', {
      path: { pupil },
      body: { request: randomUUID(), kind: 'note', on: '2026-11-20' as Day, words },
    }).catch(() => null);
    if (done) accepted.push(words);
  }
  return accepted;
};

type Spoken = { readonly words: string; readonly cards: readonly string[]; readonly cutOff: number };

/** Every second thing said asks for an entry, the others for nothing that anybody else changes meanwhile. */
const talk = async (services: SeveralServices, person: string, over: () => boolean): Promise<Spoken[]> => {
  const chat = await chatOf(services, person);
  const said: { id: string; words: string }[] = [];
  while (!over()) {
    const words = said.length % 2 === 0 ? 'actions' : `${TO_LOG}call ${randomUUID()}`;
    said.push({ words, id: await chat.say(words) });
  }
  const heard = await chat.heard();
  return said.map(({ id, words }) => ({
    words,
    cards: heard
      .filter(({ replyTo }) => replyTo === id)
      .map(({ attachments }) => JSON.stringify(attachments.map(({ content }) => content))),
    cutOff: services.cutOff().filter((activity) => activity === id).length,
  }));
};

const TO_LOG = 'log WM-0412: ';

/** How often each entry stands whose words begin so. */
const entriesLike = async ({ sql }: SeveralServices, begin: string): Promise<ReadonlyMap<string, number>> => {
  const found = await sql<{ words: string; n: number }>(
    `select words, count(*)::int as n from waymark.log_entry where words like '${begin} %' group by words`,
  );
  return new Map(found.map(({ words, n }) => [words, n]));
};

type Booked = {
  readonly caseRef: string;
  readonly pupil: string;
  readonly meeting: string;
  readonly before: number;
  readonly events: number;
};

const bookReviews = async (services: Bookable, most: number, over: () => boolean): Promise<Booked[]> => {
  const booked: Booked[] = [];
  for await (const offer of offers(services)) {
    if (over() || booked.length === most) break;
    const { pupil, meeting } = offer.proposal;
    const [before, events] = [(await reviewsOf(services, pupil.id)).length, await eventsOf(services, pupil.caseRef)];
    await pressAgain(services, offer);
    booked.push({ caseRef: pupil.caseRef, pupil: pupil.id, meeting, before, events });
  }
  return booked;
};

const DUE = `select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
              where (j.run_at <= now() or j.locked_at is not null) and j.attempts < j.max_attempts`;

/** Waits until the queue has nothing due and nothing in hand; answers how much was left when patience ended. */
const drained = async ({ sql }: SeveralServices): Promise<number> => {
  for (let waited = 0; ; waited += 500) {
    const left = (await sql<{ n: number }>(DUE))[0]?.n ?? 0;
    if (left === 0 || waited > 90_000) return left;
    await wait(500);
  }
};

const BOOKINGS = 40;

/** People write notes, talk to the bot and book reviews while `disturb` has its way with the processes; then everything is counted. */
export const underLoad = async (services: SeveralServices, disturb: () => Promise<void>): Promise<Outcome> => {
  const { rows } = await services.call('caseload');
  const pupils = rows.map(({ id }) => id);
  let going = true;
  const over = (): boolean => !going;
  const load = Promise.all([
    Promise.all([0, 1, 2].map(() => writeNotes(services, pupils, over))),
    Promise.all(['ruth.okafor', 'gareth.pugh'].map((person) => talk(services, person, over))),
    bookReviews(services, BOOKINGS, over),
  ]);
  await disturb().finally(() => {
    going = false;
  });
  const [notes, talks, booked] = await load;
  await queueTakesOver(services);
  for (const { meeting } of booked) await settled(services, meeting);
  const [noted, called] = [await entriesLike(services, 'Note'), await entriesLike(services, 'call')];
  const bookings: { reviews: number; events: number }[] = [];
  for (const { pupil, caseRef, before, events } of booked)
    bookings.push({
      reviews: (await reviewsOf(services, pupil)).length - before,
      events: (await eventsOf(services, caseRef)) - events,
    });
  return {
    notes: notes.flat().map((words) => noted.get(words) ?? 0),
    answers: talks.flat().map(({ words, cards, cutOff }) => ({
      words,
      answers: cards.length,
      alike: new Set(cards).size <= 1,
      cutOff,
      logged: words.startsWith(TO_LOG) ? (called.get(words.slice(TO_LOG.length)) ?? 0) : null,
    })),
    bookings,
    leftOver: await drained(services),
    moved: services.moved(),
  };
};

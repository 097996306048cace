import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '#domain/calendar/day.ts';
import { type Bookable, eventsOf, offers, pressAgain, queueTakesOver, reviewsOf, settled } from './killed-bookings.ts';
import type { SeveralServices } from './several-services.ts';

/** What became of everything that people did while processes came and went. */
export type Outcome = {
  /** Notes that were acknowledged, and how often each stands in the record. */
  readonly notes: readonly number[];
  /** How many answers stand in the chat under each thing that was said to the bot. */
  readonly answers: readonly number[];
  /** Of each booking that was acknowledged: its reviews on record and its events in the calendars. */
  readonly bookings: readonly { readonly reviews: number; readonly events: number }[];
  /** Jobs that are due or in hand when nothing more is asked. */
  readonly leftOver: number;
  /** How often a request had to be asked again at another process. */
  readonly moved: number;
};

type Chat = { readonly id: string; readonly kind: string; readonly installed: boolean };
type Message = { readonly id: string; readonly from: { readonly id: string }; readonly replyTo: string | null };

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

const talk = async (services: SeveralServices, person: string, over: () => boolean): Promise<number[]> => {
  const chat = await chatOf(services, person);
  const said: string[] = [];
  while (!over()) said.push(await chat.say('due'));
  const heard = await chat.heard();
  return said.map((id) => heard.filter(({ replyTo }) => replyTo === id).length);
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
  const found = await services.sql<{ words: string; n: number }>(
    "select words, count(*)::int as n from waymark.log_entry where words like 'Note %' group by words",
  );
  const standing = new Map(found.map(({ words, n }) => [words, n]));
  const bookings: { reviews: number; events: number }[] = [];
  for (const { pupil, caseRef, before, events } of booked)
    bookings.push({
      reviews: (await reviewsOf(services, pupil)).length - before,
      events: (await eventsOf(services, caseRef)) - events,
    });
  return {
    notes: notes.flat().map((words) => standing.get(words) ?? 0),
    answers: talks.flat(),
    bookings,
    leftOver: await drained(services),
    moved: services.moved(),
  };
};

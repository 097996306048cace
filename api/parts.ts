import type { Actor, Scope } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Delivery } from './conversations/messenger.ts';
import type { Transaction } from './database/connection.ts';
import type { Gateway } from './graph/gateway.ts';
import type { AddIn } from './plans/document/meta.ts';
import type { Scan } from './scanning.ts';
import type { Watch } from './watch.ts';

/** The time as deeds see it. Handed in, so that a test can hold it still. */
export type Clock = { now(): Instant; today(timeZone: string): Day };

/** New ids; handed in for the same reason. */
export type Ids = { next(): string };

/** The record. `within` opens one transaction under the wall of the scope's organisation; it commits when the work resolves. */
export type Database = {
  within<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** One reading transaction, for deeds that only look (and append their audit line). */
  close(): Promise<void>;
};

/** A logger that is given ids, never names or needs. */
export type Log = {
  info(fields: Record<string, unknown>, words: string): void;
  warn(fields: Record<string, unknown>, words: string): void;
  error(fields: Record<string, unknown>, words: string): void;
};

/** Puts a card that says nothing in the place of one that was sent. `closed`: Teams no longer lets the bot into that chat. */
export type SentCards = { stub(reference: unknown, activity: string): Promise<Delivery> };

/** Everything outside that deeds are given. */
export type Parts = {
  readonly database: Database;
  readonly graph: Gateway;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Where people reach Waymark, `https://waymark.example.org`: it stands in letters. */
  readonly origin?: string;
  /** The Word add-in whose pane opens by itself with a drafted plan; without one the reader opens it from the ribbon. */
  readonly addIn?: AddIn;
  /** The app's id in Teams, under which its activity notices and deep links go; without one nothing is put into activity feeds. */
  readonly teamsApp?: string;
  /** Looks through files that people hand over; without one they are read as they are. */
  readonly scan?: Scan;
  /** Who looks inside while jobs run; nobody where it is left out. */
  readonly watch?: Watch;
  /** The bot's hand on cards it has sent; only where the bot runs beside the queue. */
  readonly cards?: SentCards;
};

/** A deed: one thing a person asks Waymark to do. Permits first, then reads, decides, writes, tells. */
export type Deed<Ask, Answer> = (actor: Actor, ask: Ask) => Promise<Answer>;

import { nextTime } from '#domain/mornings/mornings.ts';
import { chasingOf } from '../contributions/chasing-records.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { morningsOf, whoIsWritten } from './mornings-records.ts';

/** The two cards somebody can be sent of a morning. */
export type OwnCard = 'morning' | 'strategies';

/**
 * Leaves a job for the next chosen time of everybody who is written to, or of one person: the card itself is decided when its time has come.
 * A job for the same person, card, day and time waits once.
 */
export const setTimes = async (tx: Transaction, parts: Pick<Parts, 'clock'>, organisation: string, only: string | null): Promise<void> => {
  const { zone } = await chasingOf(tx, organisation);
  const people = await whoIsWritten(tx, organisation, parts.clock.today(zone), only);
  const chosen = await morningsOf(
    tx,
    organisation,
    people.map(({ person }) => person),
  );
  const now = parts.clock.now();
  for (const { person, calendar, morning, teaches } of people) {
    const { morningAt, strategies, strategiesAt } = chosen(person);
    const days = schoolDay(calendar).calendar;
    const leave = async (card: OwnCard, at: string) => {
      const next = nextTime(at, now, days, zone);
      await enqueue(
        tx,
        'send-own-card',
        { person, card, day: next.day, at },
        { key: `${person}:${card}:${next.day}:${at}`, runAt: next.at },
      );
    };
    if (morning) await leave('morning', morningAt);
    if (teaches && strategies !== 'never') await leave('strategies', strategiesAt);
  }
};

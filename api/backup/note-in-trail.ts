import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Instant } from '#domain/calendar/day.ts';
import { append } from '../audit/audit-records.ts';
import type { DatabaseOptions } from '../database/connection.ts';
import { asOwner, openTransaction } from '../database/owner.ts';
import { NOBODY } from '../people/command-line-actor.ts';
import { organisationsOf } from './backup-records.ts';

/** What the trail tells of a backup: when it was taken, and how much it holds. No names. */
type Details = { readonly takenAt: string; readonly rows: number };

/** Writes into every organisation's audit trail that all of its record was read, or put in place, from the command line. */
export const noteOn = async (client: pg.Client, deed: 'take-backup' | 'restore-backup', at: string, details: Details): Promise<void> => {
  for (const organisation of await organisationsOf(client))
    await append(openTransaction(client), {
      organisation,
      id: randomUUID(),
      at: at as Instant,
      actor: NOBODY,
      deed,
      about: null,
      count: null,
      details,
      door: 'command-line',
    });
};

/** The same on a connection of its own. */
export const noteInTrail = (options: DatabaseOptions, deed: 'take-backup' | 'restore-backup', details: Details): Promise<void> =>
  asOwner(options, (client) => noteOn(client, deed, details.takenAt, details));

import { addMinutes } from '#domain/calendar/wall-clock.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';

/** How long after the start: those who wait for the door come first, and Graph calls at it before it promises anything. */
const SOON = 1;

/** Has the subscriptions looked after soon after a start, so that nothing waits for the hour; however often it is asked, it is one job. */
export const beginWatching = (parts: Pick<Parts, 'database' | 'clock'>, organisation: string): Promise<void> =>
  parts.database.within({ organisation, schools: [] }, (tx) =>
    enqueue(tx, 'keep-watch', {}, { key: 'start', runAt: addMinutes(parts.clock.now(), SOON) }),
  );

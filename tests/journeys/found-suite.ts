import path from 'node:path';
import { configOf } from '#server/config.ts';
import { readEnvironment } from '#server/environment.ts';
import { runningSuite } from '#server/running.ts';
import { callsOf } from './coordinator.ts';

/** The day of the story, and the pupil whose review it books. */
const DAY = '2026-11-23';
const PUPIL = 'Ayaan';

/** Why a story cannot be told in a suite that was found running, in words for whoever asked for it. */
export class CannotBePlayed extends Error {}

/** Throws {@link CannotBePlayed} where nothing answers, where the command line would meet another record, on another day, or when it was played. */
export const mustBePlayable = async (address: string, rooms: string, root: string): Promise<void> => {
  const config = configOf(readEnvironment(path.join(root, '.env')));
  const running = config.kind === 'local' ? runningSuite(config.folder) : undefined;
  if (!running || new URL(running.tenant.plainOrigin).origin !== rooms)
    throw new CannotBePlayed(
      `The suite at ${address} keeps its record elsewhere, and the command line would not find it. Play from its own folder, with the same WAYMARK_DATA.`,
    );
  const call = callsOf({ address, rooms });
  const { today } = await call('me');
  if (today !== DAY)
    throw new CannotBePlayed(
      `The story begins on Mon 23 Nov 2026, and it is ${today} there. Start with WAYMARK_LOCAL_NOW=${DAY}T08:40:00Z.`,
    );
  const { coming, held } = await call('meetings');
  const arranged = [...coming.filter(({ state }) => state !== 'proposed'), ...held.filter(({ when }) => when.includes('23 Nov'))];
  if (arranged.some(({ pupil }) => pupil.name.endsWith(PUPIL)))
    throw new CannotBePlayed(
      `This suite has been played on: ${PUPIL}’s review is arranged. Start with a fresh record (another WAYMARK_DATA).`,
    );
};

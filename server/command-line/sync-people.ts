import { runSync } from '#api/roster/run-sync.ts';
import type { PeopleSync } from '#contract/people-sync.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import type { Answer } from './answer.ts';
import type { Workbench } from './workbench.ts';

const THINGS: Record<PeopleSync['changes'][number]['kind'], readonly [string, string]> = {
  pupil: ['pupil', 'pupils'],
  person: ['member of staff', 'members of staff'],
  class: ['class', 'classes'],
  contact: ['contact', 'contacts'],
};

const countLine = ({ kind, what, count }: NonNullable<PeopleSync['last']>['counts'][number]): string =>
  `  ${count} ${THINGS[kind][count === 1 ? 0 : 1]} ${what}`;

const linesOf = ({ last, waiting, nextAt }: PeopleSync, timeZone: string): string[] => {
  if (!last) return ['People were never read from Microsoft 365.'];
  const night = localTimeOf(nextAt, timeZone);
  return [
    ...last.counts.map(countLine),
    ...(last.state === 'done' && last.counts.length === 0 ? ['Nothing has changed since the last reading.'] : []),
    ...(last.problem ? [last.problem] : []),
    ...(last.tryAgainAt ? [`It is tried again at ${localTimeOf(last.tryAgainAt, timeZone).time}.`] : []),
    ...last.notes,
    ...(waiting > 0 ? [`${waiting} wait to be told apart (Settings, People from Microsoft 365).`] : []),
    `${last.requests} requests. Next reading: ${night.day} ${night.time}.`,
  ];
};

/** `sync people`: exit 0 read to the end, 1 not (it says why, and what happens next). */
export const syncPeopleCommand = async ({ parts, deeds, actor }: Workbench, { closeMany }: { closeMany: boolean }): Promise<Answer> => {
  const end = await runSync(parts, { organisation: actor.scope.organisation, person: actor.person, door: actor.door }, { closeMany });
  const found = await deeds.openPeopleSync(actor);
  if (end === 'busy') return { code: 1, lines: ['People are being read from Microsoft 365 just now. It ends by itself.'], json: found };
  return { code: end === 'done' ? 0 : 1, lines: linesOf(found, actor.timeZone), json: found };
};

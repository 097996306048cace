import type { MyStrategies } from '#contract/strategies.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { schoolOfSheet } from './class-records.ts';
import { hasStrategies, helpedPupil } from './helped-pupil.ts';
import { noSuchClass } from './no-such-class.ts';
import { classesTaught, taughtBy } from './strategy-records.ts';

/** What helps the pupils the reader teaches: those not read as they stand come first (duty 4 A3). */
export const openMyStrategies =
  (parts: Parts): Casework['openMyStrategies'] =>
  async (actor, ask) => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    const { organisation, schools } = actor.scope;
    return parts.database.within(actor.scope, async (tx): Promise<MyStrategies> => {
      const classes = await classesTaught(tx, organisation, actor.person, today);
      const one = classes.find(({ id }) => id === ask.class);
      if (ask.class && !one) throw noSuchClass();
      const pupils = (await taughtBy(tx, organisation, actor.person, today, one?.id))
        .filter(hasStrategies)
        .map((facts) => helpedPupil(facts, { today, timeZone: actor.timeZone }));
      const unread = pupils.filter(({ readWords }) => readWords === null);
      for (const { id } of pupils) await note(tx, parts, actor, 'open-my-strategies', id);
      const coordinator = (await schoolOfSheet(tx, organisation, schools[0] ?? '', today)).coordinator;
      const rest = pupils.filter(({ readWords }) => readWords !== null);
      return {
        classes: classes.map(({ id, name }) => ({ id, name })),
        class: one?.id ?? null,
        title: one ? `My pupils in ${one.name}` : 'My pupils',
        sentence: sentenceOf(pupils.length, unread.length, one?.pupils),
        goesTo: `Goes to ${coordinator ?? 'the coordinator'} and the papers of the next review, with your name.`,
        pupils: [...unread, ...rest],
      };
    });
  };

/** `8 of 28 have a sheet · 1 to read`. */
const sentenceOf = (pupils: number, unread: number, ofClass?: number): string => {
  const sheets = ofClass === undefined ? `${countWords(pupils, 'pupil')} with strategies` : `${pupils} of ${ofClass} have a sheet`;
  return `${sheets} · ${unread === 0 ? 'all read' : `${unread} to read`}`;
};

import type { ClassSheet } from '#contract/classes.ts';
import { mayDo } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { countWords, dayWords } from '#domain/calendar/wording.ts';
import { classSheet, type SheetFacts } from '#domain/classes/class-sheet.ts';
import { standingWords } from '#domain/classes/gathered.ts';
import { note } from '../audit/note.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { classOf, rolesAt, type SheetPupil, type StoredClass, schoolOfSheet, sheetPupils } from './class-records.ts';
import { noSuchClass } from './no-such-class.ts';

/**
 * The class sheet for today: what each pupil needs from whoever stands before the class. Each pupil is on it by the same rule that decides
 * every deed; a cover teacher has it for the one day. No diagnosis, no family fact, no case reference, no surname (duty 4 A2, A6).
 */
export const openClassSheet =
  (parts: Parts): Casework['openClassSheet'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx): Promise<ClassSheet> => {
      const found = await classOf(tx, actor, ask.class, today);
      if (!found) throw noSuchClass();
      const roles = await rolesAt(tx, actor, found.school, today);
      const pupils = (await sheetPupils(tx, actor, ask.class, today)).filter(({ relations }) =>
        mayDo('read-class-sheet', roles, relations),
      );
      if (pupils.length === 0 && found.mine === null) throw noSuchClass();
      for (const { id } of pupils) await note(tx, parts, actor, 'open-class-sheet', id, { class: found.id });
      const { rows, leftOff } = classSheet(pupils.map((pupil) => withSaid(pupil, today, actor.timeZone)));
      const school = await schoolOfSheet(tx, actor.scope.organisation, found.school, today);
      return {
        ...headOf(found, rows.length, today),
        school: school.name,
        coordinator: school.coordinator,
        rows: rows.map((row) => ({
          ...row,
          goodAt: [...row.goodAt],
          doThis: [...row.doThis],
          ifWrong: [...row.ifWrong],
          profile: mayDo('take-profile', roles, pupils.find(({ id }) => id === row.id)?.relations ?? []),
        })),
        leftOff,
        printedBy: actor.name,
      };
    });
  };

/** A pupil with what colleagues say of each strategy put into words. */
const withSaid = (pupil: SheetPupil, today: Day, zone: string): SheetFacts => ({
  ...pupil,
  strategies: pupil.strategies.map(({ words, marks }) => ({
    words,
    said: standingWords(
      marks.map(({ mark, by, at }) => ({ mark, by, day: dayIn(zone, instantText(at)!) })),
      today,
    ),
  })),
});

const headOf = ({ id, name, mine }: StoredClass, pupils: number, today: Day) => ({
  id,
  name,
  day: today,
  dayWords: dayWords(today, today),
  validWords: mine === 'covers' ? 'valid today only' : 'valid today',
  sentence: `${countWords(pupils, 'pupil')}, up to three things each. For everyone who teaches the class, and for cover.`,
});

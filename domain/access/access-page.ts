import { RELATIONS, ROLES } from './actor.ts';
import { houseDeeds, houseRule, mayDo, mayDoInHouse, pupilDeeds, pupilRule } from './deeds.ts';

/** How a cell of the table reads where the deed is given. */
export const GIVEN = 'yes';

const cell = (given: boolean): string => (given ? GIVEN : '–');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = (cells: readonly string[]): string[] => [row(cells), `|${cells.map(() => '---').join('|')}|`];

/**
 * docs/access.md, made from the table in `deeds.ts`; a test holds the file to it, and another tries every cell of the file against the
 * running service.
 */
export const accessPage = (): string =>
  [
    '# Who may do what',
    '',
    'This page is made from `domain/access/pupil-deeds.ts` and `house-deeds.ts`; a test holds it to that table, and another tries each cell of it against the record. A deed on a',
    'pupil’s record needs one role held at the pupil’s school **or** one relation to the pupil, valid today. There is no other way in. Where somebody may',
    'not even open the record, every deed answers that there is no such case.',
    '',
    '## On a pupil’s record: by role at the pupil’s school',
    '',
    ...head(['deed', ...ROLES]),
    ...pupilDeeds.map((deed) => row([`\`${deed}\` ${pupilRule(deed).what}`, ...ROLES.map((role) => cell(mayDo(deed, [role], [])))])),
    '',
    '## On a pupil’s record: by relation to the pupil, today',
    '',
    ...head(['deed', ...RELATIONS]),
    ...pupilDeeds.map((deed) => row([`\`${deed}\``, ...RELATIONS.map((relation) => cell(mayDo(deed, [], [relation])))])),
    '',
    '## Deeds of the house: by role',
    '',
    ...head(['deed', ...ROLES]),
    ...houseDeeds.map((deed) => row([`\`${deed}\` ${houseRule(deed).what}`, ...ROLES.map((role) => cell(mayDoInHouse(deed, [role])))])),
    '',
    '## Why',
    '',
    ...head(['deed', 'because', 'who may not is told']),
    ...pupilDeeds.map((deed) => row([`\`${deed}\``, pupilRule(deed).why, pupilRule(deed).refusal])),
    ...houseDeeds.map((deed) => row([`\`${deed}\``, houseRule(deed).why, houseRule(deed).refusal])),
    '',
    '## Relations',
    '',
    '- **coordinates**, **manages-case**, **supports**, **teaches**, **advises**: a place on the pupil’s team, from–to. *Teaches* also comes from the',
    '  timetable, *supports* from being the key worker. Outside professionals *advise*: they see what concerns the pupils they were asked about and what',
    '  was shared with them, until their last day on the team.',
    '- **covers**: takes one of the pupil’s classes today. It opens the class sheet and nothing else.',
    '- Whoever has left the school or the team has no relation from that day on.',
    '',
  ].join('\n');

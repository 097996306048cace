import { HOLDING_TITLES, NOT_ABOUT_A_PUPIL, NOT_EXPORTED, ROLL_TABLES, readable } from '../holdings.ts';
import { keptBlocks } from './kept.ts';
import { heading, type Paper, type PaperFacts, type TableFact, table, text } from './paper.ts';
import { recipients } from './recipients.ts';

const whatOf = ({ name }: TableFact): string => HOLDING_TITLES[name] ?? NOT_ABOUT_A_PUPIL[name] ?? NOT_EXPORTED[name] ?? readable(name);

const whose = ({ pupil, staff }: TableFact): string => {
  if (pupil) return staff ? 'Pupil; names staff' : 'Pupil';
  return staff ? 'Staff' : 'Nobody in particular';
};

const given = ({ name, pupil }: TableFact): string => {
  if (!pupil) return 'Not part of a pupil’s record';
  return name in NOT_EXPORTED ? `No: ${NOT_EXPORTED[name]}` : 'Yes';
};

const ends = ({ name, pupil }: TableFact): string => {
  if (!pupil) return 'With the organisation, or as its line says';
  return ROLL_TABLES.includes(name) ? 'With the record; the entry on the roll may stay' : 'With the record';
};

/** Every table with whose data it holds, whether whoever asks is given it, and when it goes; then where data comes from and goes to. */
export const dataMap = (facts: PaperFacts): Paper => ({
  title: 'Data map',
  about: 'Where personal data lies, where it comes from and whom it goes to.',
  blocks: [
    heading('Where it comes from'),
    table(
      ['From', 'What'],
      [
        ['Microsoft 365 and School Data Sync, or roster files', 'Pupils, families, staff, classes and timetable'],
        ['Registers and plans that the coordinator brings in', 'Needs, provision, plans as they stood before'],
        ['Staff, in the tab, the bot and Word', 'Everything that is recorded in casework'],
        ['Families and outside professionals, by signed link', 'Views, advice, choice of a date'],
      ],
    ),
    heading('Where it lies'),
    text(
      'The record lies in PostgreSQL, each organisation behind row level security. Documents lie in one private SharePoint site of the organisation’s own tenant. This list is made from the database itself.',
    ),
    table(
      ['Table', 'What it holds', 'Whose data', 'Given to whoever asks', 'Goes'],
      facts.tables.map((one) => [one.name, whatOf(one), whose(one), given(one), ends(one)]),
    ),
    heading('Whom it goes to'),
    table(
      ['Who', 'What', 'How', 'Held in by'],
      recipients().map(({ who, what, how, heldBy }) => [who, what, how, heldBy]),
    ),
    heading('How long it is kept'),
    ...keptBlocks(facts),
  ],
});

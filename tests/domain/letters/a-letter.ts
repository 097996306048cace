import type { Day } from '#domain/calendar/day.ts';
import { composeLetter } from '#domain/letters/compose.ts';
import { FACTS, type Fact, type FactKey, type FactValue, type LetterFacts } from '#domain/letters/fact.ts';
import type { LetterLanguage, Nation } from '#domain/letters/language.ts';
import type { Letter, LetterTemplate } from '#domain/letters/letter.ts';
import { bareText } from '#domain/letters/phrase.ts';

const DAY = '2026-12-08' as Day;

const SAID: Readonly<Partial<Record<FactKey, FactValue>>> = {
  addressee: { as: 'words', words: 'Saima Malik' },
  address: { as: 'words', words: '14 Mill Lane\nWestmere' },
  child: { as: 'words', words: 'Ayaan' },
  reference: { as: 'words', words: 'WM-0398' },
  school: { as: 'words', words: 'Hollin Bank School' },
  telephone: { as: 'words', words: '01632 960 412' },
  coordinator: { as: 'words', words: 'Ruth Okafor' },
  meetingWhen: { as: 'slot', day: DAY, from: '14:00', to: '15:00' },
  meetingPlace: { as: 'words', words: 'Room 4' },
  meetingLink: { as: 'words', words: 'https://teams.example/join' },
  interpreterFor: { as: 'language', name: 'Urdu' },
  papersBy: { as: 'day', day: '2026-11-24' as Day },
  heldOn: { as: 'day', day: DAY },
  supportSince: { as: 'day', day: '2025-09-08' as Day },
  nextMeeting: { as: 'day', day: '2027-03-09' as Day },
  rightsOn: { as: 'day', day: '2029-06-30' as Day },
  meetingNumber: { as: 'words', words: '2' },
  ageOfRights: { as: 'words', words: '18' },
  provision: { as: 'table', head: ['Provision', 'Who'], rows: [['Phonics group', 'Gareth Pugh']] },
};

/** Every fact there is, as Ayaan's case could hold it. */
export const allFacts: LetterFacts = Object.fromEntries(
  (Object.keys(FACTS) as FactKey[]).map((key): [FactKey, Fact] => [
    key,
    { key, value: SAID[key] ?? { as: 'list', lines: [`A line of ${FACTS[key].label.toLowerCase()}`] }, source: 'The register' },
  ]),
);

export const without = (...keys: readonly FactKey[]): LetterFacts =>
  Object.fromEntries(Object.entries(allFacts).filter(([key]) => !keys.includes(key as FactKey)));

type More = {
  readonly facts?: LetterFacts;
  readonly language?: LetterLanguage;
  readonly nation?: Nation;
  readonly to?: 'family' | 'learner';
  readonly reviewed?: boolean;
  readonly own?: Readonly<Record<string, string>>;
};

/** What somebody wrote into each field, and the first of each choice. */
export const ownOf = (template: LetterTemplate): Record<string, string> =>
  Object.fromEntries(template.own.map(({ key, choices }) => [key, choices?.[0]?.value ?? `My own words about ${key}.`]));

/** A letter composed; say only what the test is about. */
export const aLetter = (template: LetterTemplate, more: More = {}): Letter =>
  composeLetter(template, more.facts ?? allFacts, {
    language: more.language ?? 'en',
    nation: more.nation ?? template.nations[0] ?? 'england',
    to: more.to ?? 'family',
    own: more.own ?? ownOf(template),
    reviewed: more.reviewed ?? false,
    dated: '2026-11-23' as Day,
  });

/** The set sentences of a letter as they read. */
export const sentences = (letter: Letter): string[] =>
  letter.blocks.flatMap((block) => (block.kind === 'paragraph' ? [bareText(block.pieces)] : []));

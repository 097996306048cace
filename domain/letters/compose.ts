import type { Day } from '#domain/calendar/day.ts';
import { dayInLanguage, timeInLanguage } from '#domain/calendar/in-language.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { FACTS, type FactKey, type FactValue, type LetterFacts } from '#domain/letters/fact.ts';
import { LANGUAGES, type LetterLanguage, languageNamed, localeOf, type Nation } from '#domain/letters/language.ts';
import type { Letter, LetterBlock, LetterPart, LetterTemplate, Piece } from '#domain/letters/letter.ts';
import { bareText, filled } from '#domain/letters/phrase.ts';
import { type PhraseKey, phraseIn } from '#domain/letters/phrases.ts';

/** What a person chose for one letter. */
export type LetterChoice = {
  readonly language: LetterLanguage;
  readonly nation: Nation;
  readonly to: 'family' | 'learner';
  /** Own words and choices by field. */
  readonly own: Readonly<Record<string, string>>;
  /** Whether the phrases of the language were checked by a native speaker, as the school says. */
  readonly reviewed: boolean;
  readonly dated: Day;
  /** While it is being written, fields that are still empty keep their place. */
  readonly writing?: boolean;
};

type Setting = { readonly template: LetterTemplate; readonly facts: LetterFacts; readonly choice: LetterChoice };

const say = ({ choice }: Setting, key: PhraseKey): string => phraseIn(choice.language, key);

/** A fact as one line in the letter's language; null where the record has none. */
const factText = (setting: Setting, key: FactKey): string | null => {
  const value = setting.facts[key]?.value;
  return value ? valueText(setting, value) : null;
};

const valueText = (setting: Setting, value: FactValue): string => {
  const locale = localeOf(setting.choice.language, setting.choice.nation);
  if (value.as === 'words') return value.words;
  if (value.as === 'day') return dayText(setting, value.day);
  if (value.as === 'language')
    return languageNamed(value.name) === setting.choice.language ? LANGUAGES[setting.choice.language].own : value.name;
  if (value.as === 'list') return value.lines.join(', ');
  if (value.as === 'table') return value.rows.map((row) => row.join(', ')).join('; ');
  const times = filled(say(setting, 'fromTo'), (slot) => timeInLanguage(slot === 'from' ? value.from : value.to, locale));
  return `${dayText(setting, value.day)}, ${bareText(times ?? [])}`;
};

/** A day in the letter's language; to a council `15 Jan 2024`, as the tables of its evidence have it. */
const dayText = ({ template, choice }: Setting, day: Day): string =>
  template.reader === 'authority' ? dayWordsWithYear(day).slice(4) : dayInLanguage(day, localeOf(choice.language, choice.nation));

const paragraph = (setting: Setting, key: PhraseKey): readonly LetterBlock[] => {
  const pieces = filled(say(setting, key), (slot) => factText(setting, slot as FactKey));
  return pieces ? [{ kind: 'paragraph', pieces }] : [];
};

/** Words that stay in the language in which they were written are said to be so, in a letter that is in another one. */
const asWritten = (setting: Setting): string | null => (setting.choice.language === 'en' ? null : say(setting, 'asWritten'));

const rows = (setting: Setting, given: readonly { label: PhraseKey; fact: FactKey }[]): readonly LetterBlock[] => {
  const there = given.flatMap(({ label, fact }) => {
    const text = factText(setting, fact);
    return text === null ? [] : [{ label: say(setting, label), pieces: [{ text, is: 'fact' as const }] }];
  });
  return there.length > 0 ? [{ kind: 'rows', rows: there }] : [];
};

const quoted = (setting: Setting, key: FactKey): readonly LetterBlock[] => {
  const value = setting.facts[key]?.value;
  const lines = value?.as === 'list' ? value.lines : value ? [valueText(setting, value)] : [];
  return lines.length > 0 ? [{ kind: 'quoted', lines, note: isNames(key) ? null : asWritten(setting) }] : [];
};

/** Names need no translation. */
const isNames = (key: FactKey): boolean => key === 'meetingPeople' || key === 'heldPeople';

const table = (setting: Setting, key: FactKey): readonly LetterBlock[] => {
  const value = setting.facts[key]?.value;
  return value?.as === 'table' ? [{ kind: 'table', head: value.head, rows: value.rows, note: asWritten(setting) }] : quoted(setting, key);
};

const own = (setting: Setting, field: string): readonly LetterBlock[] => {
  const text = setting.choice.own[field]?.trim() ?? '';
  return text || setting.choice.writing ? [{ kind: 'own', field, text, note: asWritten(setting) }] : [];
};

const chosen = (setting: Setting, field: string): readonly LetterBlock[] => {
  const value = setting.choice.own[field];
  const key = setting.template.own.find((one) => one.key === field)?.choices?.find((one) => one.value === value)?.say;
  return key ? paragraph(setting, key) : [];
};

const stands = ({ facts, choice }: Setting, { when, unless, to }: LetterPart): boolean =>
  (when === undefined || facts[when] !== undefined) &&
  (unless === undefined || facts[unless] === undefined) &&
  (to === undefined || to === choice.to);

const blocksOf = (setting: Setting, part: LetterPart): readonly LetterBlock[] => {
  if (!stands(setting, part)) return [];
  if ('say' in part) return paragraph(setting, part.say);
  if ('heading' in part) return [{ kind: 'heading', text: say(setting, part.heading) }];
  if ('rows' in part) return rows(setting, part.rows);
  if ('quote' in part) return quoted(setting, part.quote);
  if ('table' in part) return table(setting, part.table);
  if ('own' in part) return own(setting, part.own);
  if ('chosen' in part) return chosen(setting, part.chosen);
  if ('ticks' in part) return [{ kind: 'ticks', lines: part.ticks.map((key) => say(setting, key)) }];
  if ('sign' in part) return [{ kind: 'sign', labels: part.sign.map((key) => say(setting, key)) }];
  return part satisfies never;
};

/** A heading under which nothing came is left out. */
const withoutEmptyHeadings = (blocks: readonly LetterBlock[]): readonly LetterBlock[] =>
  blocks.filter(({ kind }, at) => kind !== 'heading' || (blocks[at + 1] !== undefined && blocks[at + 1]?.kind !== 'heading'));

const closing = (setting: Setting): readonly LetterBlock[] => {
  const family = setting.template.reader === 'family';
  const questions = setting.facts.telephone ? 'questions' : 'questionsWithoutNumber';
  const signed: Piece[] = [{ text: factText(setting, 'coordinator') ?? '', is: 'fact' }];
  return [
    ...(family ? paragraph(setting, questions) : []),
    ...paragraph(setting, family ? 'closing' : 'request.closing'),
    { kind: 'paragraph', pieces: signed },
  ];
};

const gapsOf = ({ template, facts }: Setting): readonly LetterBlock[] =>
  template.needs.filter((key) => facts[key] === undefined).map((key) => ({ kind: 'gap', fact: key, words: FACTS[key].lacking }));

const headOf = (setting: Setting): readonly string[] => {
  const { choice, template } = setting;
  const reference = filled(say(setting, 'reference'), (slot) => factText(setting, slot as FactKey));
  const address = template.reader === 'authority' ? choice.own.to : factText(setting, 'address');
  return [
    factText(setting, 'school') ?? '',
    dayText(setting, choice.dated),
    ...(reference ? [bareText(reference)] : []),
    ...(template.reader === 'family' ? [factText(setting, 'addressee') ?? ''] : []),
    ...(address?.trim().split(/\s*\n\s*/) ?? []),
  ].filter(Boolean);
};

/**
 * A letter out of its template, the record's facts, and a person's own words. Nothing else gets in: dates, names and rights are facts, every
 * other sentence is a set phrase (duty 6 A2). A sentence whose fact is missing is left out, and where the letter cannot do without the fact a
 * gap stands first. Free text is never translated: it stays as it was written, and says so.
 */
export const composeLetter = (template: LetterTemplate, facts: LetterFacts, choice: LetterChoice): Letter => {
  const setting = { template, facts, choice };
  const unreviewed = choice.language !== 'en' && !choice.reviewed;
  return {
    kind: template.kind,
    language: choice.language,
    direction: LANGUAGES[choice.language].direction,
    title: say(setting, template.heading),
    head: headOf(setting),
    blocks: [
      ...gapsOf(setting),
      ...(template.reader === 'family' ? paragraph(setting, 'greeting') : []),
      ...withoutEmptyHeadings(template.parts.flatMap((part) => blocksOf(setting, part))),
      ...closing(setting),
    ],
    unchecked: unreviewed ? [say(setting, 'notReviewed'), phraseIn('en', 'notReviewed')] : [],
  };
};

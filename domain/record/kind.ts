import type { PupilDeed } from '#domain/access/deeds.ts';
import type { Nation } from '#domain/pupils/nation.ts';

/** Every kind of fact that a person keeps about a pupil, by the name that stands in addresses. */
export const KIND_NAMES = [
  'concern',
  'referral',
  'screening',
  'assessment',
  'contribution',
  'need',
  'profile-line',
  'goal',
  'provision-line',
  'accommodation',
  'lesson-observation',
  'exam-arrangement',
  'exam-evidence',
  'exam-score',
  'exam-notice',
  'session',
  'intervention',
  'contact',
  'consent',
  'log-entry',
  'agency',
  'outside-referral',
  'removal',
  'part-time',
  'restricted-note',
  'document-note',
] as const;
export type KindName = (typeof KIND_NAMES)[number];

/**
 * What a field holds. `line` and `passage` are text of one line and of several; `day` is a calendar day; `whole` and `number` are numbers,
 * `pence` money in minor units; from `person` on it is the id of something else in the record, and `people` are ids of staff.
 */
export type FieldType =
  | 'line'
  | 'passage'
  | 'day'
  | 'whole'
  | 'number'
  | 'pence'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'email'
  | 'phone'
  | 'language'
  | 'person'
  | 'people'
  | 'contact'
  | 'goal'
  | 'need'
  | 'provision-line'
  | 'document'
  | 'agency'
  | 'intervention';

export type Choice = { readonly value: string; readonly words: string; readonly onlyIn?: Nation };

/** One field of a kind: its name on the wire, what a person reads beside it, and what it takes. */
export type Field = {
  /** camelCase, the wire's and the form's name. */
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required?: true;
  /** One plain sentence under the field. */
  readonly help?: string;
  readonly choices?: readonly Choice[];
  /** Fewest and most characters of a text, or least and greatest number. */
  readonly least?: number;
  readonly most?: number;
  /** Places after the point that a number keeps. */
  readonly decimals?: number;
  readonly unit?: string;
  /** A day that cannot lie ahead, or behind. */
  readonly not?: 'future' | 'past';
  readonly onlyIn?: Nation;
  /** What an empty field stands for, where the record has no room for nothing. */
  readonly otherwise?: string | boolean;
  /** Heading under which a form gathers its less used fields. */
  readonly group?: string;
};

/** What a field holds in an entry: text, a number, yes or no, a list of choices or people; null where nothing was said. */
export type Value = string | number | boolean | readonly string[] | null;
export type Values = Readonly<Record<string, Value>>;

/** A field that was not accepted, and why, in words that follow the field's name: `is longer than 500 characters`. */
export type Fault = { readonly field: string; readonly reason: string };

/** Something to know about an entry that stands all the same: `Raw score only`, `Not ready: no date`. */
export type Notice = { readonly field: string | null; readonly words: string; readonly weight: 'near' | 'info' };

/** The parts of a pupil's page. */
export type Part = 'needs' | 'assessments' | 'plan' | 'provision' | 'exams' | 'contacts' | 'agencies' | 'attendance' | 'notes';

/** A kind of fact, declared once: screens, wire, storage and tests are made from it. */
export type RecordKind = {
  readonly name: KindName;
  readonly title: string;
  readonly titles: string;
  /** What it is called where a nation has its own word. */
  readonly calledIn?: Partial<Readonly<Record<Nation, { readonly title: string; readonly titles: string }>>>;
  readonly part: Part;
  readonly fields: readonly Field[];
  /** Rules across fields; what they find is refused. */
  readonly check?: (values: Values) => readonly Fault[];
  /** What a reader should know of an entry that is accepted. */
  readonly notices?: (values: Values) => readonly Notice[];
  /** One line on a list and on the timeline. */
  readonly line: (values: Values, nation: Nation) => string;
  /** The field whose day places an entry on the timeline; null where only the day it was written does. */
  readonly onDay: string | null;
  /** When an entry is finished; afterwards it changes only by a visible amendment with a reason. */
  readonly finishes?: { readonly words: string; readonly when: (values: Values) => boolean };
  /** The deed that opens entries of this kind, the one that adds and changes them, and the one that changes what somebody else wrote. */
  readonly read: PupilDeed;
  readonly write: PupilDeed;
  readonly writeOthers?: PupilDeed;
};

/** The text of a field, or the empty text where it holds none. */
export const textIn = (values: Values, key: string): string => {
  const value = values[key];
  return typeof value === 'string' ? value : '';
};

/** The number of a field; null where it holds none. */
export const numberIn = (values: Values, key: string): number | null => {
  const value = values[key];
  return typeof value === 'number' ? value : null;
};

/** What a choice is called on the page; the value itself where it is none of the choices. Some codes mean different things in two nations. */
export const choiceWords = (choices: readonly Choice[], value: Value | undefined, nation?: Nation): string =>
  choices.find((choice) => choice.value === value && (!nation || !choice.onlyIn || choice.onlyIn === nation))?.words ??
  (typeof value === 'string' ? value : '');

/** What a kind is called in a nation, one and several: `Reasonable adjustment` in England, `Accommodation` in the United States. */
export const calledIn = (kind: RecordKind, nation: Nation): { readonly title: string; readonly titles: string } =>
  kind.calledIn?.[nation] ?? { title: kind.title, titles: kind.titles };

/** Parts of a line joined as lists show them; empty parts are left out. */
export const joined = (...parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** A fault where the second of two days comes before the first. */
export const daysInOrder = (values: Values, first: string, second: string, reason: string): readonly Fault[] => {
  const [from, to] = [textIn(values, first), textIn(values, second)];
  return from !== '' && to !== '' && to < from ? [{ field: second, reason }] : [];
};

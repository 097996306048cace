import { z } from 'zod';
import type { LetterKind } from '#domain/letters/letter.ts';
import { day, id } from './fields.ts';

/** The letters and documents there are. */
export const letterKind = z.enum([
  'invitation',
  'decision',
  'support-record',
  'consent',
  'rights-transfer',
  'prior-written-notice',
  'procedural-safeguards',
  'assessment-request',
]) satisfies z.ZodType<LetterKind>;

export const letterLanguage = z.enum(['en', 'es', 'cy', 'pl', 'ur', 'ar']);
const direction = z.enum(['ltr', 'rtl']);
const yesNo = z.enum(['yes', 'no']);

/** Whom a letter is for: one of the family by id, the learner, or the local authority. */
export const letterTo = z
  .string()
  .regex(
    /^(learner|authority|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/,
    'is not one of the family, the learner or the authority',
  );

/** Somebody a letter can be written to; with `blocked` they cannot be chosen, and it says why. */
export const addressee = z.strictObject({
  to: letterTo,
  name: z.string(),
  words: z.string(),
  language: letterLanguage,
  /** Why that language is proposed. */
  languageWords: z.string(),
  needsInterpreter: z.boolean(),
  email: z.boolean(),
  blocked: z.string().nullable(),
});
export type Addressee = z.infer<typeof addressee>;

/** A letter that was filed. */
export const letterLine = z.strictObject({
  id,
  kind: letterKind,
  title: z.string(),
  addressee: z.string(),
  reader: z.enum(['family', 'learner', 'authority']),
  languageName: z.string(),
  dated: day,
  by: z.string(),
  name: z.string(),
  webUrl: z.string().nullable(),
  given: z.string().nullable(),
  version: z.number().int(),
});
export type LetterLine = z.infer<typeof letterLine>;

/** A language, and whether a native speaker has checked its phrases. */
export const languageState = z.strictObject({
  language: letterLanguage,
  name: z.string(),
  own: z.string(),
  direction,
  reviewed: z.strictObject({ by: z.string(), on: day }).nullable(),
  /** Set where a check was made of other phrases than today's. */
  outdated: z.boolean(),
});
export type LanguageState = z.infer<typeof languageState>;

/** GET /api/pupils/:pupil/letters : what was written, what can be, and to whom. */
export const letters = z.strictObject({
  pupil: z.strictObject({ id, name: z.string(), givenName: z.string(), caseRef: z.string().nullable() }),
  kinds: z.array(
    z.strictObject({
      kind: letterKind,
      title: z.string(),
      use: z.string(),
      citation: z.string(),
      /** What of it nobody has read at its source. */
      unverified: z.string().nullable(),
      reader: z.enum(['family', 'authority']),
      about: z.enum(['booked-meeting', 'held-meeting']).nullable(),
    }),
  ),
  addressees: z.array(addressee),
  /** Who holds the rights to decisions today, and when that changes. */
  rights: z.strictObject({ holder: z.enum(['family', 'learner']), words: z.string() }),
  meetings: z.array(z.strictObject({ id, state: z.enum(['booked', 'held']), purpose: z.string(), words: z.string() })),
  languages: z.array(languageState),
  letters: z.array(letterLine),
});
export type Letters = z.infer<typeof letters>;

const piece = z.strictObject({ text: z.string(), is: z.enum(['phrase', 'fact']) });

/** What stands in a letter, in order. */
export const letterBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), pieces: z.array(piece) }),
  z.strictObject({ kind: z.literal('rows'), rows: z.array(z.strictObject({ label: z.string(), pieces: z.array(piece) })) }),
  z.strictObject({ kind: z.literal('quoted'), lines: z.array(z.string()), note: z.string().nullable() }),
  z.strictObject({
    kind: z.literal('table'),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    note: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('own'), field: z.string(), text: z.string(), note: z.string().nullable() }),
  z.strictObject({ kind: z.literal('ticks'), lines: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('sign'), labels: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('gap'), fact: z.string(), words: z.string() }),
]);
export type LetterBlock = z.infer<typeof letterBlock>;

/** A letter as it is printed. */
export const composedLetter = z.strictObject({
  kind: letterKind,
  language: letterLanguage,
  direction,
  title: z.string(),
  head: z.array(z.string()),
  blocks: z.array(letterBlock),
  unchecked: z.array(z.string()),
});
export type ComposedLetter = z.infer<typeof composedLetter>;

/** What a letter is made with, as a question: GET /api/pupils/:pupil/letters/:kind */
export const letterChoices = z.strictObject({
  to: letterTo,
  language: letterLanguage.optional(),
  meeting: id.optional(),
  interpreter: yesNo.optional(),
  /** What is chosen where the letter asks for a choice. */
  choice: z.string().max(40).optional(),
});
export type LetterChoices = z.infer<typeof letterChoices>;

/** A letter before it is filed: the page as it will be, the facts it uses and lacks, and what a person writes. */
export const letterDraft = z.strictObject({
  kind: letterKind,
  title: z.string(),
  citation: z.string(),
  /** What the writer should know before it is filed. */
  warning: z.string().nullable(),
  to: letterTo,
  meeting: id.nullable(),
  letter: composedLetter,
  facts: z.array(z.strictObject({ key: z.string(), label: z.string(), words: z.string(), source: z.string() })),
  lacking: z.array(z.strictObject({ key: z.string(), label: z.string(), words: z.string(), mend: z.string(), stops: z.boolean() })),
  own: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      help: z.string(),
      required: z.boolean(),
      rows: z.number().int(),
      choices: z.array(z.strictObject({ value: z.string(), words: z.string() })),
      /** What the record proposes. */
      proposed: z.string(),
    }),
  ),
  /** Set for an invitation: it is not filed before somebody has said whether an interpreter is needed. */
  askInterpreter: z.strictObject({ words: z.string(), recorded: z.boolean() }).nullable(),
});
export type LetterDraft = z.infer<typeof letterDraft>;

const ownWords = z.record(z.string().max(40), z.string().max(4000));

/** POST /api/pupils/:pupil/letters : composes the letter and files it as a document. */
export const fileLetterRequest = z.strictObject({
  request: id,
  kind: letterKind,
  to: letterTo,
  language: letterLanguage,
  meeting: id.optional(),
  interpreter: yesNo.optional(),
  own: ownWords,
});
export type FileLetterRequest = z.infer<typeof fileLetterRequest>;

/** POST /api/letters/:letter with If-Match : the same letter again, with other words. */
export const changeLetterRequest = z.strictObject({ interpreter: yesNo.optional(), own: ownWords });
export type ChangeLetterRequest = z.infer<typeof changeLetterRequest>;

/** A filed letter, as it was printed, and what was written into it. */
export const filedLetter = z.strictObject({
  line: letterLine,
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }),
  letter: composedLetter,
  own: ownWords,
  to: letterTo,
  meeting: id.nullable(),
  interpreter: yesNo.nullable(),
  /** Where it can be sent as a link; else why not. */
  noLink: z.string().nullable(),
});
export type FiledLetter = z.infer<typeof filedLetter>;

/** GET /api/letters/:letter/file */
export const letterFormat = z.enum(['docx', 'pdf']);

/** POST /api/letters/:letter/give : sends a link to read it, or notes that it went on paper. */
export const giveLetterRequest = z.strictObject({ request: id, how: z.enum(['link', 'post', 'hand']), on: day });
export type GiveLetterRequest = z.infer<typeof giveLetterRequest>;

/** GET /api/letter-languages */
export const letterLanguages = z.strictObject({
  languages: z.array(
    languageState.extend({ phrases: z.array(z.strictObject({ key: z.string(), english: z.string(), text: z.string() })) }),
  ),
});
export type LetterLanguages = z.infer<typeof letterLanguages>;

/** POST /api/letter-languages/:language */
export const reviewLanguageRequest = z.strictObject({
  /** Who checked them: name, and what makes them able to. */
  by: z.string().trim().min(1).max(200),
  on: day,
});
export type ReviewLanguageRequest = z.infer<typeof reviewLanguageRequest>;

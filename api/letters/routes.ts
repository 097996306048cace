import { z } from 'zod';
import { id } from '#contract/fields.ts';
import {
  changeLetterRequest,
  fileLetterRequest,
  giveLetterRequest,
  letterChoices,
  letterFormat,
  letterKind,
  letterLanguage,
  reviewLanguageRequest,
} from '#contract/letters.ts';
import { to, toSeen } from '../http/route.ts';

const pupil = z.strictObject({ pupil: id });
const kind = z.strictObject({ pupil: id, kind: letterKind });
const letter = z.strictObject({ letter: id });
const language = z.strictObject({ language: letterLanguage });

/** Letters and documents: what can be written, what was, and the languages of the set phrases. */
export const letterRoutes = {
  letters: to({ path: pupil }, (casework, actor, ask) => casework.openLetters(actor, ask)),
  letterDraft: to({ path: kind, query: z.strictObject(letterChoices.shape) }, (casework, actor, ask) => casework.composeLetter(actor, ask)),
  fileLetter: to({ path: pupil, body: fileLetterRequest }, (casework, actor, ask) => casework.fileLetter(actor, ask)),
  letter: to({ path: letter }, (casework, actor, ask) => casework.openLetter(actor, ask)),
  changeLetter: toSeen({ path: letter, body: changeLetterRequest }, (casework, actor, ask) => casework.changeLetter(actor, ask)),
  letterFile: to({ path: letter, query: z.strictObject({ as: letterFormat }) }, (casework, actor, ask) =>
    casework.downloadLetter(actor, ask),
  ),
  giveLetter: to({ path: letter, body: giveLetterRequest }, (casework, actor, ask) => casework.giveLetter(actor, ask)),
  letterLanguages: to({}, (casework, actor) => casework.openLanguages(actor)),
  reviewLanguage: to({ path: language, body: reviewLanguageRequest }, (casework, actor, ask) => casework.reviewLanguage(actor, ask)),
  forgetLanguageReview: to({ path: language }, (casework, actor, ask) => casework.forgetLanguageReview(actor, ask)),
};

import type { FactKey } from '#domain/letters/fact.ts';
import { ASSESSMENT_REQUEST } from '#domain/letters/kinds/assessment-request.ts';
import { CONSENT_FORM } from '#domain/letters/kinds/consent.ts';
import { DECISION } from '#domain/letters/kinds/decision.ts';
import { INVITATION } from '#domain/letters/kinds/invitation.ts';
import { PRIOR_WRITTEN_NOTICE } from '#domain/letters/kinds/prior-written-notice.ts';
import { PROCEDURAL_SAFEGUARDS } from '#domain/letters/kinds/procedural-safeguards.ts';
import { RIGHTS_TRANSFER_ENGLAND, RIGHTS_TRANSFER_US } from '#domain/letters/kinds/rights-transfer.ts';
import { SUPPORT_RECORD } from '#domain/letters/kinds/support-record.ts';
import type { Nation } from '#domain/letters/language.ts';
import type { LetterKind, LetterTemplate } from '#domain/letters/letter.ts';
import { slotsOf } from '#domain/letters/phrase.ts';
import { type PhraseKey, phraseIn } from '#domain/letters/phrases.ts';

/** Every letter there is, in the order in which a year needs them. A nation's own letters are further lines here. */
export const TEMPLATES: readonly LetterTemplate[] = [
  INVITATION,
  SUPPORT_RECORD,
  DECISION,
  CONSENT_FORM,
  ASSESSMENT_REQUEST,
  PRIOR_WRITTEN_NOTICE,
  PROCEDURAL_SAFEGUARDS,
  RIGHTS_TRANSFER_ENGLAND,
  RIGHTS_TRANSFER_US,
];

/** The letters of a nation. */
export const templatesOf = (nation: Nation): readonly LetterTemplate[] => TEMPLATES.filter(({ nations }) => nations.includes(nation));

/** One letter of a nation; undefined where it has none of that kind. */
export const templateOf = (kind: LetterKind, nation: Nation): LetterTemplate | undefined =>
  templatesOf(nation).find((template) => template.kind === kind);

const phraseFacts = (phrase: PhraseKey): readonly FactKey[] => slotsOf(phraseIn('en', phrase)) as readonly FactKey[];

const partFacts = (template: LetterTemplate): readonly FactKey[] =>
  template.parts.flatMap((part): readonly FactKey[] => {
    const condition = part.when ? [part.when] : [];
    if ('say' in part) return [...condition, ...phraseFacts(part.say)];
    if ('rows' in part) return [...condition, ...part.rows.map(({ fact }) => fact)];
    if ('quote' in part) return [...condition, part.quote];
    if ('table' in part) return [...condition, part.table];
    return condition;
  });

/** Every fact that a letter can use, those it cannot do without first, each once. */
export const factsUsed = (template: LetterTemplate): readonly FactKey[] => [
  ...new Set([...template.needs, ...partFacts(template), ...(template.reader === 'family' ? (['telephone'] as const) : [])]),
];

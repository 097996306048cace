import type { FiledLetter } from '#contract/letters.ts';
import type { LetterKind } from '#domain/letters/letter.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { saveDocument } from '../plans/document-records.ts';
import { Refusal } from '../refusal.ts';
import { letterDocument } from './letter-document.ts';
import { fileReserved, letterRow, reserveLetter } from './letter-records.ts';
import { filedReply } from './letter-reply.ts';
import { prepareLetter } from './prepare-letter.ts';
import { readyLetter } from './ready-letter.ts';

/** What the files are called: the case, what it is and its day, never a name. */
export const FILE_WORDS: Readonly<Record<LetterKind, string>> = {
  invitation: 'invitation to a meeting',
  decision: 'notice of a decision',
  'support-record': 'record of a meeting',
  consent: 'consent form',
  'rights-transfer': 'notice that rights pass',
  'prior-written-notice': 'prior written notice',
  'procedural-safeguards': 'procedural safeguards notice',
  'assessment-request': 'request for assessment',
};

/**
 * Composes a letter and files it in the case folder. A place is kept for it first, under a name that stays, so that a request that comes
 * again, after a crash or a slow answer, files the same letter and not a second one.
 */
export const fileLetter =
  (parts: Parts): Casework['fileLetter'] =>
  async (actor, ask): Promise<FiledLetter> => {
    const { organisation } = actor.scope;
    const today = parts.clock.today(actor.timeZone);
    const { name, letter, prepared, before } = await parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'write-letter', ask.pupil, today);
      const before = await letterRow(tx, organisation, ask.request);
      if (before && before.pupil !== ask.pupil) throw new Refusal('not-valid', 'This request was made for another pupil.');
      const prepared = await prepareLetter(tx, actor, ask, today);
      const letter = readyLetter(prepared, ask, today);
      const name = await reserveLetter(tx, organisation, {
        id: ask.request,
        pupil: ask.pupil,
        kind: ask.kind,
        reader: prepared.reader,
        contact: prepared.contact?.id ?? null,
        addressee:
          prepared.contact?.name ??
          (prepared.reader === 'learner' ? `${prepared.found.givenName} ${prepared.found.surname}` : 'Local authority'),
        language: prepared.language,
        about: prepared.meeting?.id ?? null,
        interpreter: ask.interpreter === undefined ? null : ask.interpreter === 'yes',
        own: ask.own,
        dated: today,
        by: actor.person,
        madeAt: parts.clock.now(),
        stem: `${prepared.found.caseRef} ${FILE_WORDS[ask.kind]} ${today}`,
      });
      return { name, letter, prepared, before };
    });
    if (before?.letter) return filedReply(before, prepared.found);
    const file = await parts.graph.files.save(
      actor,
      prepared.found.caseRef ?? '',
      name,
      letterDocument(letter, prepared.found.caseRef ?? '', prepared.nation),
    );
    return parts.database.within(actor.scope, async (tx) => {
      const at = parts.clock.now();
      const own = { id: parts.ids.next(), pupil: ask.pupil, file, kind: 'letter', fromWhom: actor.name, filedOn: today, at, reading: null };
      await fileReserved(tx, organisation, ask.request, letter, await saveDocument(tx, organisation, own));
      await note(tx, parts, actor, 'file-letter', ask.pupil, { letter: ask.request, kind: ask.kind, language: prepared.language });
      const row = await letterRow(tx, organisation, ask.request);
      if (!row) throw new Error('the letter that was just filed is not there');
      return filedReply(row, prepared.found);
    });
  };

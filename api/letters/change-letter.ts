import type { FiledLetter } from '#contract/letters.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { saveDocument } from '../plans/document-records.ts';
import { Refusal } from '../refusal.ts';
import { letterDocument } from './letter-document.ts';
import { letterRow, rewriteLetter } from './letter-records.ts';
import { filedReply } from './letter-reply.ts';
import { letterToRead } from './open-letter.ts';
import { prepareLetter } from './prepare-letter.ts';
import { readyLetter } from './ready-letter.ts';

/**
 * Puts other words into a letter that was filed and has not gone yet. It is composed anew from the record as it is now. Where somebody
 * edited the document in Word meanwhile, Microsoft 365 refuses the older edition and nothing is covered.
 */
export const changeLetter =
  (parts: Parts): Casework['changeLetter'] =>
  async (actor, ask): Promise<FiledLetter> => {
    const { organisation } = actor.scope;
    const today = parts.clock.today(actor.timeZone);
    const { row, prepared, letter } = await parts.database.within(actor.scope, async (tx) => {
      const row = await letterToRead(tx, actor, ask.letter, today);
      await permit(tx, actor, 'write-letter', row.pupil, today);
      refuseChange(row, ask.version);
      const again = {
        pupil: row.pupil,
        kind: row.kind,
        to: row.contact ?? row.reader,
        language: row.language,
        meeting: row.about ?? undefined,
        interpreter: ask.interpreter ?? (row.interpreter === null ? undefined : row.interpreter ? ('yes' as const) : ('no' as const)),
        own: ask.own,
      };
      const prepared = await prepareLetter(tx, actor, again, today);
      return { row, prepared, letter: { ...readyLetter(prepared, again, row.dated) }, again };
    });
    const caseRef = prepared.found.caseRef ?? '';
    const document = letterDocument(letter, caseRef, prepared.nation);
    const file = await parts.graph.files.save(actor, caseRef, row.name, document, row.eTag ?? undefined);
    return parts.database.within(actor.scope, async (tx) => {
      const held = await letterRow(tx, organisation, ask.letter, true);
      if (held?.version !== ask.version) throw stale();
      const at = parts.clock.now();
      const interpreter = ask.interpreter === undefined ? row.interpreter : ask.interpreter === 'yes';
      const own = { id: parts.ids.next(), pupil: row.pupil, file, kind: 'letter', fromWhom: actor.name, filedOn: today, at, reading: null };
      await saveDocument(tx, organisation, own);
      await rewriteLetter(tx, organisation, { id: row.id, own: ask.own, interpreter, letter, by: actor.person, at });
      await note(tx, parts, actor, 'change-letter', row.pupil, { letter: row.id, version: ask.version + 1 });
      const now = await letterRow(tx, organisation, ask.letter);
      return filedReply(now ?? row, prepared.found);
    });
  };

const stale = (): Refusal =>
  new Refusal('changed-meanwhile', 'Somebody else changed this letter in the meantime. Open it again to see both.');

const refuseChange = ({ version, givenOn }: { version: number; givenOn: string | null }, seen: number): void => {
  if (givenOn) throw new Refusal('not-ready', 'This letter has gone already. Write another one.');
  if (version !== seen) throw stale();
};

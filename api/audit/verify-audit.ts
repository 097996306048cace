import type { AuditVerdict } from '#contract/settings.ts';
import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { note } from './note.ts';
import { FIRST, hashOf } from './seal.ts';
import { countEntries, linesOf, lockSealing, type Seal, sealsAfter } from './seal-records.ts';

/** Links read at a time, so that a chain of years needs no more memory than one of a week. */
const AT_ONCE = 20;

/** What the walk along the chain found: how many rows hold, and the first thing that does not. */
type Walk = { readonly rows: number; readonly fault: string | undefined };

/** What is wrong with one link, in words, or undefined where it holds. */
const faultOf = async (
  tx: Transaction,
  organisation: string,
  seal: Seal,
  previous: string,
  expected: number,
): Promise<string | undefined> => {
  if (seal.number !== expected) return `Seal ${expected} is missing: the chain goes on at seal ${seal.number}.`;
  if (seal.previous !== previous) return `Seal ${seal.number} does not follow from the one before it.`;
  const lines = await linesOf(tx, organisation, seal);
  const gone = seal.ids.length - lines.length;
  if (gone > 0)
    return `Seal ${seal.number} covers ${seal.ids.length} rows, but ${gone} of them ${gone === 1 ? 'is' : 'are'} no longer there.`;
  return hashOf(previous, lines) === seal.hash ? undefined : `A row under seal ${seal.number} has been changed since it was sealed.`;
};

/** Follows the chain from its start to its end, or to the first link that does not hold. */
const walk = async (tx: Transaction, organisation: string): Promise<Walk> => {
  let [number, previous, rows] = [0, FIRST, 0];
  for (;;) {
    const seals = await sealsAfter(tx, organisation, number, AT_ONCE);
    for (const seal of seals) {
      const fault = await faultOf(tx, organisation, seal, previous, number + 1);
      if (fault) return { rows, fault };
      [number, previous, rows] = [seal.number, seal.hash, rows + seal.ids.length];
    }
    if (seals.length < AT_ONCE) return { rows, fault: undefined };
  }
};

const counted = (rows: number): string => `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`;

const verdictOf = ({ rows, fault }: Walk, counts: { sealed: number; unsealed: number }): AuditVerdict => {
  const stray = counts.sealed - rows;
  const wrong =
    fault ??
    (stray > 0
      ? `${counted(stray)} ${stray === 1 ? 'claims a seal that does not list it' : 'claim a seal that does not list them'}.`
      : undefined);
  const tail = counts.unsealed === 0 ? 'Nothing waits to be sealed.' : `${counted(counts.unsealed)} wait for the next seal.`;
  return {
    sound: !wrong,
    sealed: rows,
    unsealed: counts.unsealed,
    words: wrong ? `The audit trail does not hold. ${wrong}` : `The audit trail holds: ${counted(rows)} sealed, none changed. ${tail}`,
  };
};

/** What an organisation's chain of seals says of itself, row by row. */
export const auditVerdict = async (tx: Transaction, organisation: string): Promise<AuditVerdict> =>
  verdictOf(await walk(tx, organisation), await countEntries(tx, organisation));

/** Checks the organisation's chain of seals row by row; says where it breaks, and how long the unsealed tail is. */
export const verifyAudit =
  (parts: Parts): Casework['verifyAudit'] =>
  async (actor) => {
    permitInHouse(actor, 'verify-audit');
    return parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      await lockSealing(tx, organisation);
      const verdict = await auditVerdict(tx, organisation);
      await note(tx, parts, actor, 'verify-audit', undefined, { sound: verdict.sound });
      return verdict;
    });
  };

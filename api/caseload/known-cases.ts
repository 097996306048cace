import type { Transaction } from '../database/connection.ts';
import { type Edition, keptFacts, makeFacts } from './case-facts-records.ts';
import { type CaseOfDay, caseOfDay } from './case-of-day.ts';
import type { OnRegister } from './caseload-records.ts';

/** A pupil of the caseload with all that is known of the case. */
export type KnownCase = { readonly id: string; readonly school: string; readonly of: CaseOfDay };

/** The registers of about a hundred schools, at some 4 kB a case. */
const REMEMBERED = 20_000;

/**
 * Opens a memory of cases by the edition of their facts: what was read once is neither sent again by the database nor worked out again here.
 * An edition names facts for ever, and it is learnt from the walled record in the reader's own transaction; so what is remembered can be
 * neither stale nor another organisation's, and a process that remembers nothing answers the same.
 */
export const knownCases = () => {
  const remembered = new Map<string, CaseOfDay>();

  const remember = ({ edition, facts }: Edition): CaseOfDay => {
    const found = caseOfDay(facts);
    if (edition !== null) remembered.set(edition, found);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= REMEMBERED) break;
      remembered.delete(oldest);
    }
    return found;
  };

  /** The cases of these pupils: remembered, else as the record keeps them, else put together now. Pupils who have just gone are left out. */
  return async (tx: Transaction, organisation: string, pupils: readonly OnRegister[]): Promise<readonly KnownCase[]> => {
    const known = new Map<string, CaseOfDay>();
    for (const [id, , edition] of pupils) {
      const found = edition && remembered.get(edition);
      if (found) known.set(id, found);
    }
    const unread = pupils.flatMap(([id, , edition]) => (edition && !known.has(id) ? [edition] : []));
    if (unread.length > 0)
      for (const kept of await keptFacts(tx, organisation, idsOf(pupils, known), unread)) known.set(kept.facts.id, remember(kept));
    const missing = idsOf(pupils, known);
    if (missing.length > 0) for (const made of await makeFacts(tx, organisation, missing)) known.set(made.facts.id, remember(made));
    return pupils.flatMap(([id, school]) => {
      const of = known.get(id);
      return of ? [{ id, school, of }] : [];
    });
  };
};

const idsOf = (pupils: readonly OnRegister[], known: ReadonlyMap<string, unknown>): string[] =>
  pupils.flatMap(([id]) => (known.has(id) ? [] : [id]));

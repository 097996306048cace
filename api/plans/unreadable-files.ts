import type { PlanPane } from '#contract/plans.ts';
import type { Transaction } from '../database/connection.ts';
import { knownDocuments } from './document-records.ts';

/** Advice and contributions in the case folder that could not be read: nothing of them is in the plan, and the pane says so. */
export async function unreadableFiles(tx: Transaction, organisation: string, pupil: string): Promise<PlanPane['missing']> {
  const known = await knownDocuments(tx, organisation, pupil);
  return known.flatMap(({ id, name, kind, reading }) =>
    reading?.kind === 'none' && ['advice', 'contribution', 'report'].includes(kind)
      ? [
          {
            id: `file:${id}`,
            severity: 'think' as const,
            title: `${name} was not read`,
            detail: reading.why,
            citation: 'Case folder',
            tag: null,
          },
        ]
      : [],
  );
}

import { deliveryNotice, lostMinutes } from '#domain/record/delivery.ts';
import { interventionNotices } from '#domain/record/intervention-summary.ts';
import { type Notice, textIn, type Values } from '#domain/record/kind.ts';
import type { Transaction } from '../database/connection.ts';
import type { Reader } from './entry-reply.ts';
import { entriesOf, type StoredEntry } from './record-records.ts';
import { type Kept, keptAs, valuesOf } from './tables.ts';

/** What other entries of the pupil say about one of these kinds, by the entry's id. */
export type Around = (row: StoredEntry, values: Values) => readonly Notice[];

const nothing: Around = () => [];

/** Reads what stands around entries of a kind: the sessions of provision and interventions, the provision for a need. */
export const aroundEntries = async (tx: Transaction, kept: Kept, { actor, pupil, about }: Reader): Promise<Around> => {
  const read = async (kind: 'session' | 'provision-line') => {
    const other = keptAs(kind);
    const rows = await entriesOf(tx, actor.scope.organisation, pupil, other);
    return rows.map((row) => ({ id: row.id, ...valuesOf(other, row) }) as Values & { readonly id: string });
  };
  switch (kept.kind.name) {
    case 'need': {
      if (about.nation !== 'england') return nothing;
      const lines = await read('provision-line');
      return (row, values) => needNotices(row.id, values, lines);
    }
    case 'provision-line': {
      const sessions = await read('session');
      return (row, values) =>
        lineNotices(
          values,
          sessions.filter(({ line }) => line === row.id),
        );
    }
    case 'intervention': {
      const sessions = await read('session');
      return (row, values) => {
        const own = sessions.filter(({ intervention }) => intervention === row.id);
        return [...deliveryNotice(own), ...interventionNotices(values, own)];
      };
    }
    default:
      return nothing;
  }
};

/** Each need of section B points to at least one line of section F (duty 2 A2; england.md, sections of a plan). */
const needNotices = (id: string, values: Values, lines: readonly Values[]): readonly Notice[] =>
  values.to !== null || lines.some(({ need }) => need === id)
    ? []
    : [{ field: null, words: 'No provision for this need yet', weight: 'near' }];

const lineNotices = (values: Values, sessions: readonly Values[]): readonly Notice[] => [
  ...deliveryNotice(sessions),
  ...lostMinutes(sessions, () => textIn(values, 'misses')).map(
    ([lesson, minutes]): Notice => ({ field: 'misses', words: `${minutes} min of ${lesson} missed so far`, weight: 'info' }),
  ),
];

import type { Transaction as KyselyTransaction } from 'kysely';

/** Rows are typed where they are read (`sql<Row>` in records files), so the table map stays open. */
// biome-ignore lint/complexity/noBannedTypes: an empty table map; see above
export type Tables = {};
export type Transaction = KyselyTransaction<Tables>;

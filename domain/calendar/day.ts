/** A calendar day as branded ISO text, `2026-03-27`: it sorts and compares as text and passes through JSON and SQL unchanged. */
export type Day = string & { readonly __brand: 'Day' };

/** A moment as branded UTC text, `2026-03-27T09:00:00.000Z`; only for things that happen at a moment. */
export type Instant = string & { readonly __brand: 'Instant' };

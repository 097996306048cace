/** Who is asking. Made at the door from a checked token (or by the queue for itself); deeds trust it. */
export type Role = 'coordinator' | 'leader' | 'teacher' | 'assistant' | 'specialist' | 'administrator' | 'auditor';

/** Through which door a deed was asked for; kept in the audit trail. */
export type Door = 'tab' | 'bot' | 'word' | 'command-line' | 'queue' | 'link';

/** What a records function may look at: one organisation and, within it, these schools. */
export type Scope = { readonly organisation: string; readonly schools: readonly string[] };

export type Actor = {
  /** Person id in the record (not the Entra object id). */
  readonly person: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly scope: Scope;
  readonly door: Door;
  /** The time zone of the organisation, for "today" and wall-clock times. */
  readonly timeZone: string;
  /** The access token that was presented, for on-behalf-of; absent where no person is present or the bot has none yet. */
  readonly assertion?: string;
};

export const ROLES = [
  'coordinator',
  'leader',
  'teacher',
  'assistant',
  'specialist',
  'administrator',
  'auditor',
] as const satisfies readonly Role[];

/** How someone stands to one pupil today. Who takes a class for a day *covers* its pupils, that day and no longer. */
export type Relation = 'coordinates' | 'manages-case' | 'supports' | 'teaches' | 'advises' | 'covers';

export const RELATIONS = ['coordinates', 'manages-case', 'supports', 'teaches', 'advises', 'covers'] as const satisfies readonly Relation[];

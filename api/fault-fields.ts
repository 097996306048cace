/** Lines of a stack that say where, and not what: the first line repeats the message, which may hold a person's data. */
const placesOf = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);

/**
 * What the log may keep of a fault: its kind, its code, the table or constraint, the fields that did not fit, and where it happened.
 * Never its message: PostgreSQL puts the offending row into it.
 */
export const faultFields = (thrown: unknown): Record<string, unknown> => {
  if (!(thrown instanceof Error)) return { fault: typeof thrown };
  const { code, table, constraint, issues, cause } = thrown as Error & {
    code?: unknown;
    table?: unknown;
    constraint?: unknown;
    issues?: readonly { path: readonly PropertyKey[]; code: string }[];
  };
  return {
    fault: thrown.name,
    code,
    table,
    constraint,
    ...(issues ? { fields: issues.slice(0, 20).map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`) } : {}),
    at: placesOf(thrown.stack),
    ...(cause === undefined ? {} : { cause: faultFields(cause) }),
  };
};

/**
 * The entry of a table under a name that somebody else chose: a tag, a field of a school's own template. A table has entries called
 * *constructor* or *valueOf* only if somebody put them there.
 */
export const entry = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** A change that does not say which version it was made on. The door answers 428: what somebody else saved meanwhile might be covered. */
export class VersionNeeded extends Error {
  override readonly name = 'VersionNeeded';

  constructor() {
    super('This change does not say which version it was made on (If-Match). Nothing was changed.');
  }
}

/** The version that an If-Match header names, `"7"`; throws {@link VersionNeeded} where it names none. */
export const versionIn = (header: unknown): number => {
  const found = typeof header === 'string' ? /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim()) : null;
  if (!found) throw new VersionNeeded();
  return Number(found[1]);
};

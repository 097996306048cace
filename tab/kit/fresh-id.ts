/** A new id for a change, so that sending it twice makes one entry. `randomUUID` needs a secure page, which localhost and https are. */
export const freshId = (): string => crypto.randomUUID();

const made = new WeakSet<object>();

const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
};

/** Marks a part of a reply that deeds hand out again and again. It is frozen through and through, so a door may check and write it once. */
export const lasting = <T extends object>(value: T): T => {
  freeze(value);
  made.add(value);
  return value;
};

/** Whether a value was made to last. */
export const isLasting = (value: unknown): value is object => typeof value === 'object' && value !== null && made.has(value);

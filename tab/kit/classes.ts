/** Class names that hold, as one text. */
export const classesOf = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');

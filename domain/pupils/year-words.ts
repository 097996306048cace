import type { Nation } from './nation.ts';

/** `Year 6`, `Reception`; in the United States `Grade 6`, `Kindergarten`: the record holds the number that the school itself says, 0 the first. */
export const yearWords = (yearGroup: number, nation: Nation): string => {
  if (yearGroup === 0) return nation === 'england' ? 'Reception' : 'Kindergarten';
  return `${nation === 'england' ? 'Year' : 'Grade'} ${yearGroup}`;
};

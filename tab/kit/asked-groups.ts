import type { AskedGroup } from '#domain/contributions/askable.ts';

/** Whom a request can go to, as a heading over them. */
export const askedGroupTitles: Readonly<Record<AskedGroup, string>> = {
  teachers: 'Class teachers',
  assistants: 'Assistants and key worker',
  specialists: 'Specialists and others at school',
  outside: 'Professionals from outside',
  family: 'Family',
};

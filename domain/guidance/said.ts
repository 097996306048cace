import { choiceWords, type Field, type Values } from '#domain/record/kind.ts';

/** What a field says, in words: choices by their names, nothing as the empty text. */
export const saidIn = (field: Field, values: Values): string => {
  const value = values[field.key] ?? null;
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((each) => choiceWords(field.choices ?? [], each)).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return field.type === 'choice' ? choiceWords(field.choices ?? [], value as string) : String(value);
};

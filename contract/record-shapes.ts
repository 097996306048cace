import { z } from 'zod';
import type { Nation } from '#domain/pupils/nation.ts';
import { mostOf } from '#domain/record/faults.ts';
import type { Field, RecordKind } from '#domain/record/kind.ts';
import { fieldsIn } from '#domain/record/kinds.ts';
import { day, id } from './fields.ts';

const choiceOf = ({ choices = [] }: Field) => z.enum(choices.map(({ value }) => value) as [string, ...string[]]);

const textOf = (field: Field) =>
  z
    .string()
    .min(field.least ?? 1)
    .max(mostOf(field));

const numberOf = ({ type, least, most }: Field) => {
  const number = type === 'number' ? z.number() : z.number().int();
  return number.min(least ?? Number.MIN_SAFE_INTEGER).max(most ?? Number.MAX_SAFE_INTEGER);
};

/** The shape of one field's value, when it holds one. */
const fieldShape = (field: Field): z.ZodType => {
  switch (field.type) {
    case 'line':
    case 'passage':
    case 'language':
    case 'phone':
    case 'email':
      return textOf(field);
    case 'day':
      return day;
    case 'whole':
    case 'number':
    case 'pence':
      return numberOf(field);
    case 'yes-no':
      return z.boolean();
    case 'choice':
      return choiceOf(field);
    case 'choices':
      return z.array(choiceOf(field)).max(50);
    case 'people':
      return z.array(id).max(field.most ?? 50);
    default:
      return id;
  }
};

/**
 * The values of a kind as a strict shape, for the description of the API and for whoever writes against it. What a shape cannot say (a day
 * that has not come, fields that do not go together) is said by `domain/record/faults.ts`, which every write passes.
 */
export const shapeOf = (kind: RecordKind, nation: Nation) =>
  z.strictObject(
    Object.fromEntries(
      fieldsIn(kind, nation).map((field) => {
        const shape = fieldShape(field).describe([field.label, field.help].filter(Boolean).join('. '));
        return [field.key, field.required ? shape : shape.nullable().optional()];
      }),
    ),
  );

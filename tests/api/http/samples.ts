import fc, { type Arbitrary } from 'fast-check';

/** As much of a JSON Schema as the contract's shapes come to. */
export type JsonSchemaNode = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchemaNode[];
  readonly oneOf?: readonly JsonSchemaNode[];
  readonly properties?: Readonly<Record<string, JsonSchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchemaNode;
  readonly additionalProperties?: boolean | JsonSchemaNode;
  readonly propertyNames?: JsonSchemaNode;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
};
type Schemas = Readonly<Record<string, JsonSchemaNode>>;

const FORMATS: Readonly<Record<string, Arbitrary<unknown>>> = {
  uuid: fc.uuid(),
  date: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  'date-time': fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
  email: fc.stringMatching(/^[a-z]{2,12}$/).map((name) => `${name}@family.example`),
  uri: fc.stringMatching(/^[a-z]{2,12}$/).map((name) => `https://${name}.example/`),
};

/** Text within its bounds, with letters of many scripts; never only spaces, which are trimmed away. */
const textOf = ({ minLength = 0, maxLength = 60 }: JsonSchemaNode): Arbitrary<string> =>
  fc.string({ minLength: Math.max(minLength, 1), maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme-ascii' }).map((text) => {
    const trimmed = text.trim();
    return trimmed.length >= Math.max(minLength, 1) ? trimmed : 'é'.repeat(Math.max(minLength, 1));
  });

const objectOf = (schema: JsonSchemaNode, schemas: Schemas): Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === 'object')
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), sampleOf(additionalProperties, schemas), { maxKeys: 3 });
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, sampleOf(one, schemas)]));
  return fc.record(fields, { requiredKeys: [...required] as never[] });
};

const numberOf = ({ minimum, maximum, exclusiveMinimum }: JsonSchemaNode): { min: number; max: number } => {
  const min = minimum ?? (exclusiveMinimum === undefined ? -1_000 : exclusiveMinimum + 1);
  return { min, max: maximum ?? min + 2_000 };
};

/** Values that a schema allows, optional fields now there and now not. */
export const sampleOf = (schema: JsonSchemaNode, schemas: Schemas): Arbitrary<unknown> => {
  if (schema.$ref) return sampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return fc.oneof(...several.map((one) => sampleOf(one, schemas)));
  if (schema.format && FORMATS[schema.format]) return FORMATS[schema.format]!;
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, schemas);
    case 'array': {
      const minLength = schema.minItems ?? 0;
      return fc.array(sampleOf(schema.items ?? {}, schemas), { minLength, maxLength: Math.min(schema.maxItems ?? 3, minLength + 3) });
    }
    case 'integer':
      return fc.integer(numberOf(schema));
    case 'number':
      return fc.double({ ...numberOf(schema), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(schema);
    default:
      return fc.constantFrom('text', 1, true);
  }
};

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Casework } from '#api/casework.ts';
import { openApiDocument, templateOf } from '#api/http/openapi.ts';
import { routes } from '#api/http/routes.ts';
import { Refusal } from '#api/refusal.ts';
import { type Address, addresses } from '#contract/addresses.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type JsonSchemaNode, sampleOf } from './samples.ts';

/* Bodies made from the published schemas alone, sent to the routes themselves: what the description allows is let in, nothing else. */

const written = openApiDocument() as unknown as {
  readonly paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema?: JsonSchemaNode }> }; parameters?: Parameter[] }>
  >;
  readonly components: { readonly schemas: Record<string, JsonSchemaNode> };
};
type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchemaNode;
};

/** Stands for every deed: what it is asked came through the wall. */
const through: Casework = new Proxy({} as Casework, { get: () => async (_: Actor, ask: unknown) => ({ let: 'in', ask }) });
const someone = { person: 'x' } as unknown as Actor;

const operationOf = (address: string) => {
  const [method = '', url = ''] = address.split(' ');
  return written.paths[templateOf(url)]?.[method.toLowerCase()];
};

const wireOf = (address: string) => {
  const operation = operationOf(address);
  const part = (place: Parameter['in']) =>
    fc.record(
      Object.fromEntries(
        (operation?.parameters ?? [])
          .filter((one) => one.in === place)
          .map((one) => [one.name, sampleOf(one.schema, written.components.schemas)]),
      ),
    );
  const schema = operation?.requestBody?.content['application/json']?.schema;
  return fc.record({
    path: part('path'),
    query: part('query'),
    body: schema ? sampleOf(schema, written.components.schemas) : fc.constant({}),
  });
};

/** Reasons that a schema can say; a rule across fields (“a view needs the name of whose view it is”) has words of its own. */
const OF_A_SHAPE = /^(is (missing|empty|not|longer|less|more)|has more|needs at least|Invalid|Too|Unrecognized)/;

const asked = async (name: Address, wire: { path: unknown; query: unknown; body: unknown }): Promise<Refusal | 'let in'> => {
  try {
    await routes[name].answer(through, someone, { ...wire, ifMatch: '"1"' } as never);
    return 'let in';
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
};

const jsonAddresses = (Object.entries(addresses) as [Address, string][]).filter(([name]) => !routes[name].bytes);

describe('bodies made from the published schemas', () => {
  it.each(jsonAddresses)('are let in at %s (%s), but for rules across fields', async (name, address) => {
    await fc.assert(
      fc.asyncProperty(wireOf(address), async (wire) => {
        const found = await asked(name, wire);
        if (found === 'let in') return;
        expect(found.fields.length).toBeGreaterThan(0);
        expect(found.fields.filter(({ reason }) => OF_A_SHAPE.test(reason))).toEqual([]);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  const withBody = jsonAddresses.filter(([, address]) => operationOf(address)?.requestBody);

  it.each(withBody)('are refused at %s (%s) with one field too many, which is named', async (name, address) => {
    await fc.assert(
      fc.asyncProperty(wireOf(address), fc.stringMatching(/^zz[a-z]{3,12}$/), async (wire, extra) => {
        const found = await asked(name, { ...wire, body: { ...(wire.body as object), [extra]: 1 } });
        expect(found).toBeInstanceOf(Refusal);
        expect((found as Refusal).kind).toBe('not-valid');
        expect((found as Refusal).fields).toContainEqual({ field: extra, reason: 'is not a field that Waymark knows' });
      }),
      { numRuns: 15, seed: 7 },
    );
  });

  const needing = withBody.flatMap(([name, address]) => {
    const schema = resolved(operationOf(address)?.requestBody?.content['application/json']?.schema ?? {});
    return (schema.required ?? []).map((field) => [name, field, address] as const);
  });

  it.each(needing)('are refused at %s without “%s”, which is named', async (name, field, address) => {
    const [wire = { path: {}, query: {}, body: {} }] = fc.sample(wireOf(address), { numRuns: 1, seed: 7 });
    const { [field]: _, ...body } = wire.body as Record<string, unknown>;
    const found = await asked(name, { ...wire, body });
    expect((found as Refusal).fields).toContainEqual({ field, reason: 'is missing' });
  });

  it('are refused inside a list with the path of the field', async () => {
    const body = { files: [{ name: 'users.csv', content: 'a', colour: 'red' }], withoutRejected: true };
    const found = await asked('rosterImport', { path: {}, query: {}, body });
    expect((found as Refusal).fields).toContainEqual({ field: 'files.0.colour', reason: 'is not a field that Waymark knows' });
  });
});

function resolved(schema: JsonSchemaNode): JsonSchemaNode {
  return schema.$ref ? resolved(written.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
}

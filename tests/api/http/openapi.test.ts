import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Feeds } from '#api/compliance/date-feed.ts';
import { openApiDocument, templateOf } from '#api/http/openapi.ts';
import { modules } from '#api/http/openapi-shapes.ts';
import { routes } from '#api/http/routes.ts';
import type { Visits } from '#api/links/visits.ts';
import type { Notices } from '#api/watching/notices.ts';
import { type Address, addresses } from '#contract/addresses.ts';
import { aDoor } from '#tests/builders/http-door.ts';
import { aWorld } from '#tests/world.ts';

const written = openApiDocument();
const operations = Object.entries(written.paths).flatMap(([url, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), url, operation })),
);

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1, as a validator that others publish reads it', async () => {
    const validator = new Validator();
    const found = await validator.validate(JSON.parse(JSON.stringify(written)));
    expect(found.errors ?? []).toEqual([]);
    expect(found.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('describes every address that the server answers, and none that it does not', async () => {
    const world = await aWorld();
    const answered: string[] = [];
    const door = await aDoor(world, await world.actorFor('coordinator'), {
      bot: async () => undefined,
      visits: {} as Visits,
      feeds: {} as Feeds,
      notices: {} as Notices,
      onAddress: (method, url) => answered.push(`${method} ${templateOf(url)}`),
    });
    await door.close();
    const described = operations.map(({ method, url }) => `${method} ${url}`);
    // The page is there once the tab is built; here no pages are.
    expect([...answered, 'GET /api/docs'].sort()).toEqual(described.sort());
  });

  it('says of each deed what is sent, what comes back, how it refuses, and whether it asks for the version that was seen', () => {
    for (const [name, address] of Object.entries(addresses) as [Address, string][]) {
      const [method = '', url = ''] = address.split(' ');
      const operation = written.paths[templateOf(url)]?.[method.toLowerCase()];
      expect({ name, id: operation?.operationId }).toEqual({ name, id: name });
      expect(operation?.summary).toMatch(/\.$/);
      expect(operation?.responses['200']).toMatchObject({ content: { 'application/json': { schema: expect.anything() } } });
      const inPath = [...url.matchAll(/:(\w+)/g)].map(([, id]) => id);
      const parameters = (operation?.parameters ?? []) as { name: string; in: string; required: boolean }[];
      expect(parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(inPath);
      expect(parameters.filter((one) => one.in === 'path').every((one) => one.required)).toBe(true);
      expect(operation?.requestBody !== undefined).toBe(routes[name].shapes.body !== undefined);
      for (const [status, one] of Object.entries(operation?.responses ?? {}))
        if (Number(status) >= 400)
          expect(one).toMatchObject({ content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
    }
  });

  it('names the shapes of every file of the contract', () => {
    const folder = path.resolve(import.meta.dirname, '../../../contract');
    /** What crosses other wires: Teams’ activities and cards, and the queue. */
    const elsewhere = ['activities', 'card-actions', 'bot-messages', 'addresses', 'answers', 'meanings', 'client', 'calls'];
    const files = readdirSync(folder)
      .filter((file) => /\bz\.\w+\(/.test(readFileSync(path.join(folder, file), 'utf8')))
      .map((file) => path.basename(file, '.ts'))
      .filter((name) => !elsewhere.includes(name));
    expect(files.filter((name) => !Object.keys(modules).includes(name) && name !== 'record-shapes')).toEqual([]);
  });

  it('is served to whoever asks, without a token, and holds no schema that nothing refers to', async () => {
    const world = await aWorld();
    const door = await aDoor(world, await world.actorFor('coordinator'));
    const reply = await door.server.inject('/api/openapi.json');
    await door.close();
    expect(reply.statusCode).toBe(200);
    const read = reply.json();
    expect(read.openapi).toBe('3.1.0');
    for (const name of Object.keys(read.components.schemas)) expect(reply.body).toContain(`#/components/schemas/${name}"`);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { problem } from '#contract/problem.ts';
import { entry as entryShape } from '#contract/record.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { type ARecord, aRecord } from '#tests/builders/record.ts';
import { aWorld } from '#tests/world.ts';

let record: ARecord;
let door: HttpDoor;
beforeAll(async () => {
  const world = await aWorld();
  record = await aRecord(world);
  door = await aDoor(world, record.coordinator);
});
afterAll(() => door.close());

const send = async (method: 'POST' | 'PUT', address: string, payload: object, ifMatch?: string) => {
  const headers = { ...(await door.headers()), ...(ifMatch ? { 'if-match': ifMatch } : {}) };
  return door.server.inject({ method, url: `/api/pupils/${record.pupil}/record/${address}`, headers, payload });
};
const aNeed = async () =>
  entryShape.parse((await send('POST', 'need', { id: randomUUID(), values: { words: 'Noise', code: 'ASD' } })).json());

it('a change without the version that was seen is answered with 428, and nothing is changed', async () => {
  const need = await aNeed();
  for (const header of [undefined, '*', 'one']) {
    const reply = await send('PUT', `need/${need.id}`, { values: { ...need.values, words: 'Else' } }, header);
    expect([reply.statusCode, problem.parse(reply.json()).status]).toEqual([428, 428]);
  }
  expect((await send('PUT', `need/${need.id}`, { values: need.values }, '"1"')).json()).toMatchObject({
    version: 1,
    values: { words: 'Noise' },
  });
});

it('a change of an older version is answered with 412 and both versions, whole', async () => {
  const need = await aNeed();
  const theirs = { ...need.values, words: 'Loud rooms' };
  expect((await send('PUT', `need/${need.id}`, { values: theirs }, '"1"')).json()).toMatchObject({ version: 2 });
  const late = await send('PUT', `need/${need.id}`, { values: { ...need.values, words: 'Bells' } }, '"1"');
  expect([late.statusCode, late.headers['content-type']]).toEqual([412, expect.stringContaining('application/problem+json')]);
  const { conflict } = problem.parse(late.json());
  expect([conflict?.base?.words, conflict?.current.values.words, conflict?.current.version]).toEqual(['Noise', 'Loud rooms', 2]);
});

it('fields that are not accepted come back by name, beside the words a person reads', async () => {
  const reply = await send('POST', 'concern', { id: randomUUID(), values: { words: '', raisedOn: '2026-06-31', colour: 'red' } });
  expect(reply.statusCode).toBe(422);
  expect(problem.parse(reply.json()).fields?.map(({ field }) => field)).toEqual(['colour', 'words', 'raisedOn']);
  const strange = await send('POST', 'wish', { id: randomUUID(), values: {} });
  expect([strange.statusCode, strange.json().fields[0].field]).toEqual([422, 'kind']);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { aDoor, CLIENT, type HttpDoor } from '#tests/builders/http-door.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let door: HttpDoor;

beforeAll(async () => {
  world = await aWorld();
  door = await aDoor(world, await world.actorFor('coordinator'));
});
afterAll(() => door.close());

const asked = async (claims?: Record<string, unknown>) => door.server.inject({ url: '/api/me', headers: await door.headers(claims) });
const seconds = (ahead: number): number => Math.floor(Date.now() / 1_000) + ahead;

describe('signing in', () => {
  it('lets a known person in with a token for Waymark, by its client id or its api:// name', async () => {
    expect((await asked()).statusCode).toBe(200);
    expect((await asked({ aud: `api://waymark.example/${CLIENT}` })).statusCode).toBe(200);
  });

  it.each<[string, Record<string, unknown>]>([
    ['issued by somebody else', { iss: 'https://login.microsoftonline.com/other/v2.0' }],
    ['meant for another application', { aud: '00000003-0000-0000-c000-000000000000' }],
    ['from another tenant', { tid: '7f0a5e5e-1111-4222-8333-444444444444' }],
    ['without the scope that the tab asks for', { scp: 'User.Read' }],
    ['of an application and not of a person', { scp: undefined, roles: ['access_as_user'] }],
    ['that ran out a minute ago', { exp: seconds(-60) }],
    ['that is not valid until later', { nbf: seconds(120) }],
    ['that never ends', { exp: undefined }],
    ['that names no account', { oid: undefined }],
  ])('asks someone with a token %s to sign in', async (_, claims) => {
    const reply = await asked(claims);
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['www-authenticate']).toBe('Bearer');
    expect(reply.json()).toMatchObject({ type: '/faults/W-507', status: 401 });
  });

  it('forgives clocks that differ by some seconds', async () => {
    expect((await asked({ exp: seconds(-15) })).statusCode).toBe(200);
  });

  it('takes no token whose signature does not hold, none without one, and none at all', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await door.issuer.sign({}, privateKey);
    const [header, middle] = (await door.issuer.sign()).split('.');
    const bare = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const authorization of [
      `Bearer ${forged}`,
      `Bearer ${header}.${middle}.AAAA`,
      `Bearer ${bare}.${middle}.x`,
      'Bearer nonsense',
      'Basic eDp5',
      '',
    ])
      expect({ authorization, status: (await door.server.inject({ url: '/api/me', headers: { authorization } })).statusCode }).toEqual({
        authorization,
        status: 401,
      });
  });

  it('goes on working when the issuer changes its keys, and takes no token of the old ones', async () => {
    const old = await door.headers();
    await door.issuer.rotate();
    expect((await asked()).statusCode).toBe(200);
    expect((await door.server.inject({ url: '/api/me', headers: old })).statusCode).toBe(401);
  });

  it('does not ask for the keys again for each forged key id', async () => {
    const other = await aDoor(world, door.actor, { pause: 60_000 });
    await other.server.inject({ url: '/api/me', headers: await other.headers() });
    await other.issuer.rotate();
    for (let tries = 0; tries < 5; tries += 1) await other.server.inject({ url: '/api/me', headers: await other.headers() });
    expect(other.issuer.fetches()).toBe(1);
    await other.close();
  });

  it('says that sign-in is out of reach, and not that the person is unknown, when the keys cannot be fetched', async () => {
    const other = await aDoor(world, door.actor);
    const headers = await other.headers();
    await other.issuer.close();
    const reply = await other.server.inject({ url: '/api/me', headers });
    expect(reply.statusCode).toBe(503);
    expect(reply.json()).toMatchObject({ detail: 'Microsoft sign-in cannot be reached just now. Try again in a minute.' });
    await other.server.close();
  });

  it('tells a person whom the school has not entered whom to ask', async () => {
    const reply = await asked({ oid: crypto.randomUUID() });
    expect(reply.statusCode).toBe(403);
    expect(reply.json().detail).toBe('Waymark does not know you yet. Ask your SEND coordinator or IT administrator to add you.');
  });

  it('does not let in a person who has left, or whose role has ended', async () => {
    for (const change of [
      "update waymark.person set left_on = '2026-11-22' where id = $1",
      "update waymark.role_grant set to_day = '2026-11-22' where person_id = $1",
    ]) {
      const leaver = await aDoor(world, await world.actorFor('teacher'));
      await world.sql(change, [leaver.actor.person]);
      expect((await leaver.server.inject({ url: '/api/me', headers: await leaver.headers() })).statusCode).toBe(403);
      await leaver.close();
    }
  });

  it('adds the roles that an administrator assigned in Entra to those of the school', async () => {
    const teacher = await aDoor(world, await world.actorFor('teacher'));
    const reply = await teacher.server.inject({
      url: '/api/me',
      headers: await teacher.headers({ roles: ['Waymark.Auditor', 'Something.Else'] }),
    });
    expect(reply.json().roles).toEqual(['teacher', 'auditor']);
    await teacher.close();
  });

  it('cannot be used for the record of another organisation', async () => {
    const there = await aWorld();
    const elsewhere = await aDoor(there, await there.actorFor('coordinator'));
    const reply = await door.server.inject({ url: '/api/me', headers: await elsewhere.headers() });
    expect(reply.statusCode).toBe(401);
    await elsewhere.close();
  });
});

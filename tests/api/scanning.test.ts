import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Casework } from '#api/casework.ts';
import { casework } from '#api/compose.ts';
import type { Actor } from '#domain/access/actor.ts';
import { clamdAt } from '#server/clamd.ts';
import { aClamd, type Clamd, HARMFUL } from '#tests/builders/clamd.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let clamd: Clamd;
let deeds: Casework;
let coordinator: Actor;
beforeAll(async () => {
  [world, clamd] = await Promise.all([aWorld(), aClamd()]);
  deeds = casework({ ...world.parts, scan: clamdAt(clamd.address) });
  coordinator = await world.actorFor('coordinator');
});
afterAll(() => clamd.close());

/** Every deed by which a person hands over a file. */
const handingOver = (file: string): readonly (readonly [string, () => Promise<unknown>])[] => {
  const bytes = Buffer.from(file);
  const set = { files: [{ name: 'students.csv', content: file }], withoutRejected: false };
  return [
    ['a register', () => deeds.readRegister(coordinator, { name: 'register.csv', bytes })],
    ['a plan of another school', () => deeds.bringPlan(coordinator, { name: 'Callum Reid.docx', bytes })],
    ['a plan from Word', () => deeds.compareDocument(coordinator, { bytes })],
    ['class lists, to look at', () => deeds.previewRoster(coordinator, set)],
    ['class lists', () => deeds.importRoster(coordinator, set)],
  ];
};

describe('with a virus scanner', () => {
  it('a harmful file is refused in a sentence whatever it is handed over as, and nothing of it is kept', async () => {
    for (const [what, hand] of handingOver(`name,class\n${HARMFUL}`))
      await expect({ what, refused: await hand().catch((fault: unknown) => fault) }).toMatchObject({
        what,
        refused: {
          kind: 'not-valid',
          message: 'The virus scanner found something harmful in this file, so it was not taken. Nothing of it was read or kept.',
        },
      });
    for (const table of ['register_reading', 'existing_plan', 'roster_import'])
      expect({ table, rows: await world.sql(`select 1 from waymark.${table}`) }).toEqual({ table, rows: [] });
    expect(world.logged.filter(({ fields }) => fields.found === 'Harmful-Test-Signature')).toHaveLength(5);
    expect(JSON.stringify(world.logged)).not.toContain('Callum');
  });

  it('a file against which nothing is known is read like any other', async () => {
    const bytes = Buffer.from('Forename,Surname,Year\nTara,Voss,6\n');
    expect(await deeds.readRegister(coordinator, { name: 'register.csv', bytes })).toBeDefined();
    expect(clamd.looked.at(-1)?.equals(bytes)).toBe(true);
  });

  it('whoever may not hand over a file is told that, and the file is not looked at', async () => {
    const assistant = await world.actorFor('assistant');
    const before = clamd.looked.length;
    await expect(deeds.bringPlan(assistant, { name: 'a.docx', bytes: Buffer.from(HARMFUL) })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    expect(clamd.looked).toHaveLength(before);
  });
});

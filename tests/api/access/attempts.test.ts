import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Casework } from '#api/casework.ts';
import { Refusal } from '#api/refusal.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo, mayDoInHouse } from '#domain/access/deeds.ts';
import { aVictim, type Victim } from './a-victim.ts';
import { type Attempt, attempts } from './attempts.ts';
import { type Trier, wrongPeople } from './wrong-people.ts';

/*
 * Every deed of the service, tried by everybody who should not be able to: all roles, the wrong class, the wrong school, another
 * organisation, a place on the team that has ended. The lines are in attempts.ts; a deed without one does not compile.
 */
type AnyDeed = (actor: Actor, ask: unknown) => Promise<unknown>;
type AnyAttempt = Attempt<keyof Casework>;
type Named = { readonly deed: keyof Casework; readonly attempt: AnyAttempt };

const named = Object.entries(attempts).map(([deed, attempt]) => ({ deed, attempt }) as Named);
const on = (kind: AnyAttempt['on']) => named.filter(({ attempt }) => attempt.on === kind);

let victim: Victim;
let everybody: readonly Trier[];
let made = 0;

beforeAll(async () => {
  victim = await aVictim();
  everybody = await wrongPeople(victim);
});

afterAll(() => {
  console.log(`${made} attempts at ${named.length} deeds by ${everybody.length} people`);
});

/** What the deed said to them: its answer, or the refusal. A fault is neither, and fails the test. */
const tried = async ({ deed, attempt }: Named, actor: Actor): Promise<{ refused?: Refusal; answer?: unknown }> => {
  const run = victim.world.casework[deed] as AnyDeed;
  made += 1;
  try {
    return { answer: await run(actor, (attempt.ask as (victim: Victim) => unknown)(victim)) };
  } catch (fault) {
    if (fault instanceof Refusal) return { refused: fault };
    throw fault;
  }
};

const CLOSED = ['not-found', 'not-allowed'];
const names = () => [victim.pupil, victim.caseRef, 'Callum', 'Reid', 'now–next'];

describe('every deed as every wrong person', () => {
  it('there is a line for every deed of the service', () => {
    expect(Object.keys(attempts).sort()).toEqual(Object.keys(victim.world.casework).sort());
  });

  it.each(on('pupil'))('$deed is refused to everybody whom the table does not give it', async (one) => {
    const by = one.attempt.on === 'pupil' ? one.attempt.by : 'open-pupil';
    const strangers = everybody.filter(({ roles, relations }) => !mayDo(by, roles, relations));
    expect(strangers.length).toBeGreaterThan(10);
    for (const { who, actor, roles, relations } of strangers) {
      const { refused } = await tried(one, actor);
      const knows = mayDo('open-pupil', roles, relations);
      expect({ who, kind: refused?.kind }).toEqual({ who, kind: knows ? expect.stringMatching(/^not-(found|allowed)$/) : 'not-found' });
      if (!knows) for (const name of names()) expect(refused?.message).not.toContain(name);
    }
  });

  it.each(on('list'))('$deed shows nobody a pupil who is not theirs', async (one) => {
    for (const { who, actor, roles, relations } of everybody.filter((each) => !mayDo('open-pupil', each.roles, each.relations))) {
      const { refused, answer } = await tried(one, actor);
      const here = one.attempt.on === 'list' && mayDoInHouse(one.attempt.by, actor.roles);
      // a list of something that is not theirs is not there for them, which tells as little as an empty one
      const closed = refused !== undefined && !(here && refused.kind === 'not-found');
      expect({ who, roles, relations, closed }).toEqual({ who, roles, relations, closed: !here });
      const said = JSON.stringify(answer ?? refused?.message);
      for (const name of names()) expect({ who, said: said.includes(name) }).toEqual({ who, said: false });
    }
  });

  it.each(on('house'))('$deed is refused to every role that does not keep that part of the house', async (one) => {
    const by = one.attempt.on === 'house' ? one.attempt.by : 'preflight';
    for (const { who, actor } of everybody.filter((each) => !mayDoInHouse(by, each.actor.roles)))
      expect({ who, kind: (await tried(one, actor)).refused?.kind }).toEqual({ who, kind: 'not-allowed' });
  });
});

describe('the same attempts by one who may', () => {
  it.each(on('pupil'))('$deed is not refused to the coordinator', async (one) => {
    const { refused } = await tried(one, victim.coordinator);
    expect({ closed: CLOSED.includes(refused?.kind ?? ''), words: refused?.message }).toMatchObject({ closed: false });
  });

  it.each(on('list'))('$deed answers the coordinator', async (one) => {
    expect((await tried(one, victim.coordinator)).refused).toBeUndefined();
  });

  it('the victim is on the coordinator’s lists: what strangers do not see is there to be seen', async () => {
    const lists = await Promise.all(on('list').map((one) => tried(one, victim.coordinator)));
    expect(JSON.stringify(lists)).toContain(victim.pupil);
  });
});

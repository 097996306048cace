import { describe, expect, it } from '@jest/globals';
import { me } from '#contract/people.ts';
import { aWorld } from '#tests/world.ts';

describe('who am I', () => {
  it('tells the coordinator their name, school and pages, and what day it is there', async () => {
    const world = await aWorld();
    const coordinator = await world.actorFor('coordinator');
    expect(me.parse(await world.casework.whoAmI(coordinator))).toEqual({
      person: { id: coordinator.person, name: 'Sam Coordinator', givenName: 'Sam', jobTitle: 'coordinator' },
      roles: ['coordinator'],
      organisation: { id: world.organisation, name: 'Hollin Bank School', jurisdiction: 'england', timeZone: 'Europe/London' },
      schools: [{ id: world.school, name: 'Hollin Bank School' }],
      today: '2026-11-23',
      now: '2026-11-23T09:00:00.000Z',
      pages: ['today', 'caseload', 'classes', 'meetings', 'compliance', 'settings'],
    });
  });

  it('opens settings alone to an administrator, and casework alone to a teacher', async () => {
    const world = await aWorld();
    expect((await world.casework.whoAmI(await world.actorFor('administrator'))).pages).toEqual(['settings']);
    expect((await world.casework.whoAmI(await world.actorFor('teacher'))).pages).toEqual(['today', 'caseload', 'classes', 'meetings']);
  });

  it('knows that it is already tomorrow at a school in London when it is half past eleven at night in UTC in summer', async () => {
    const world = await aWorld({ now: '2026-06-30T23:30:00.000Z' });
    expect((await world.casework.whoAmI(await world.actorFor('teacher'))).today).toBe('2026-07-01');
  });
});

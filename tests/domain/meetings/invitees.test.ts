import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { notInvitedWords, partOf, whoMustCome } from '#domain/meetings/invitees.ts';
import { aCircle, aColleague, aContact } from './people.ts';

const ON = asDay('2026-12-08');
const namesOf = (purpose: Parameters<typeof whoMustCome>[0], circle = aCircle(), required = true) =>
  whoMustCome(purpose, circle, ON)
    .invited.filter((one) => one.required === required)
    .map((one) => one.name);

describe('who must be invited to an annual review (reg 20(2))', () => {
  it('parent, coordinator for the head, education officer, health professional, social care officer', () => {
    expect(namesOf('annual-review')).toEqual(['Saima Malik', 'Ruth Okafor', 'Kirsty Bell', 'Joanna Tse', 'Dawn Keeling']);
    expect(namesOf('annual-review', aCircle(), false)).toEqual(['Ayaan', 'Tomasz Zieliński', 'Urdu interpreter']);
  });

  it('names a part that nobody fills, and does not leave it out', () => {
    const { invited } = whoMustCome('annual-review', aCircle({ team: [] }), ON);
    expect(invited.filter((one) => one.organisation && one.required).map((one) => [one.name, one.words])).toEqual([
      ['Education officer', 'nobody is named yet; ask the council'],
      ['Health professional', 'nobody is named yet; ask the health commissioner'],
      ['Social care officer', 'nobody is named yet; ask the council'],
    ]);
  });

  it('an educational psychologist of the council is neither health nor the education officer', () => {
    expect(partOf({ employer: 'Westmere Council', jobTitle: 'Educational psychologist', roleWords: null })).toBe('agency');
  });

  it('once compulsory school age has ended, it is the young person who must be invited, and the parent with their agreement', () => {
    const circle = aCircle({ pupil: { givenName: 'Ayaan', sex: 'male', birthday: asDay('2010-03-02') } });
    expect(namesOf('annual-review', circle)).toContain('Ayaan');
    const mother = whoMustCome('annual-review', circle, ON).invited.find((one) => one.part === 'family');
    expect(mother).toMatchObject({ required: false, why: 'With the young person’s agreement' });
  });
});

describe('who must be invited to other meetings', () => {
  it('a SEN Support review: parent, class teacher or tutor, coordinator, whoever gives provision', () => {
    const team = [
      aColleague({ name: 'Anna Devlin', relation: 'teaches', roleWords: 'class teacher' }),
      aColleague({ name: 'Sian Morgan', relation: 'gives-provision' }),
      aColleague({ name: 'Joanna Tse', employer: 'NHS therapy' }),
    ];
    expect(namesOf('support-review', aCircle({ team }))).toEqual(['Saima Malik', 'Ruth Okafor', 'Anna Devlin', 'Sian Morgan']);
    expect(namesOf('support-review', aCircle({ team }), false)).toContain('Joanna Tse');
  });

  it.each(['annual-review', 'support-review', 'parent-meeting'] as const)(
    'duty 6 A5: an interpreter is asked for at each invitation to a family that needs one, and only then: %s',
    (purpose) => {
      const interpreters = (circle = aCircle()) => whoMustCome(purpose, circle, ON).invited.filter(({ part }) => part === 'interpreter');
      expect(interpreters().map(({ name }) => name)).toEqual(['Urdu interpreter']);
      expect(interpreters(aCircle({ contacts: [aContact({ name: 'Fiona Reid', language: 'English', needsInterpreter: false })] }))).toEqual(
        [],
      );
    },
  );

  it('a parent meeting asks no agency', () => {
    const all = whoMustCome('parent-meeting', aCircle(), ON).invited.map((one) => one.name);
    expect(all).toEqual(['Saima Malik', 'Ayaan', 'Ruth Okafor', 'Tomasz Zieliński', 'Urdu interpreter']);
  });

  it('asks nobody twice who is on the team twice', () => {
    const tutor = aColleague({ name: 'Tomasz Zieliński', relation: 'teaches', roleWords: 'tutor' });
    const again = { ...tutor, relation: 'gives-provision' as const, roleWords: 'gives maths' };
    const { invited } = whoMustCome('support-review', aCircle({ team: [tutor, again] }), ON);
    expect(invited.filter((one) => one.name === 'Tomasz Zieliński').map((one) => one.words)).toEqual(['tutor']);
  });
});

describe('a restricted contact', () => {
  const restricted = aContact({ name: 'Imran Malik', relation: 'father', restricted: true });

  it('is never invited to anything; the page says how many and never who', () => {
    const contacts = [restricted, aContact({ name: 'Saima Malik' })];
    for (const purpose of ['annual-review', 'support-review', 'parent-meeting'] as const) {
      const { invited, leftOut } = whoMustCome(purpose, aCircle({ contacts }), ON);
      expect(JSON.stringify(invited)).not.toContain('Imran');
      expect(leftOut).toBe(1);
    }
    expect(notInvitedWords('Ayaan', 1)).toMatch(/^Not invited: 1 restricted contact for Ayaan\./);
    expect(notInvitedWords('Ayaan', 0)).toMatch(/^Not invited: no restricted contacts for Ayaan\./);
  });

  it('is not asked even where nobody else is known', () => {
    const { invited } = whoMustCome('annual-review', aCircle({ contacts: [restricted] }), ON);
    expect(invited.some((one) => one.part === 'family')).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { accessPage } from '#domain/access/access-page.ts';
import { RELATIONS, ROLES } from '#domain/access/actor.ts';
import { houseDeeds, houseRule, mayDo, mayDoInHouse, pupilDeeds, pupilRule } from '#domain/access/deeds.ts';
import { byRelation, byRole, inHouse, writtenPage } from './access-page.ts';

describe('who may do what, as the page says', () => {
  it('the page is the table: every deed has its row', () => {
    expect(writtenPage).toBe(accessPage());
  });

  it('the page has a cell for every deed and each of the seven roles and six relations', () => {
    expect([ROLES.length, RELATIONS.length]).toEqual([7, 6]);
    expect(byRole).toHaveLength(pupilDeeds.length * ROLES.length);
    expect(byRelation).toHaveLength(pupilDeeds.length * RELATIONS.length);
    expect(inHouse).toHaveLength(houseDeeds.length * ROLES.length);
  });

  it.each(byRole)('$by: $deed, $given', ({ deed, by, given }) => expect(mayDo(deed, [by], [])).toBe(given));
  it.each(byRelation)('$by the pupil: $deed, $given', ({ deed, by, given }) => expect(mayDo(deed, [], [by])).toBe(given));
  it.each(inHouse)('$by in the house: $deed, $given', ({ deed, by, given }) => expect(mayDoInHouse(deed, [by])).toBe(given));
});

describe('what holds for every deed, also for those to come', () => {
  it.each(pupilDeeds)('%s is given to nobody who has neither role nor relation', (deed) => {
    expect(mayDo(deed, [], [])).toBe(false);
  });

  it.each(pupilDeeds)('%s is not opened by the role of an administrator or an auditor: they keep the house and read no record', (deed) => {
    expect(mayDo(deed, ['administrator', 'auditor'], [])).toBe(false);
  });

  it.each(pupilDeeds)('%s: no role of class, support or advice is enough without a relation to the pupil', (deed) => {
    expect(mayDo(deed, ['teacher', 'assistant', 'specialist'], [])).toBe(false);
  });

  it.each(pupilDeeds.filter((deed) => deed !== 'read-class-sheet'))('duty 4 A6: cover for a day does not open %s', (deed) => {
    expect(mayDo(deed, [], ['covers'])).toBe(false);
  });

  it.each(pupilDeeds.filter((deed) => deed !== 'read-class-sheet'))('whoever may %s may open the record it is about', (deed) => {
    for (const role of pupilRule(deed).by.roles) expect(mayDo('open-pupil', [role], [])).toBe(true);
    for (const relation of pupilRule(deed).by.relations) expect(mayDo('open-pupil', [], [relation])).toBe(true);
  });

  it.each([...pupilDeeds.map(pupilRule), ...houseDeeds.map(houseRule)])('$what: has its reason and a plain refusal', ({ why, refusal }) => {
    for (const words of [why, refusal]) expect(words).toMatch(/^[A-Z][^!]+\.$/);
    expect(refusal).not.toMatch(/please/i);
  });
});

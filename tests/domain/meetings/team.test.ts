import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { excusalFaults, excusalWords, type Member, type Team } from '#domain/meetings/team.ts';
import { placesAt, seatRules, wrongExcusals } from '#domain/meetings/team-rules.ts';

const day = (text: string) => text as Day;
const ON = day('2026-12-08');

const member = (name: string, words: string, more: Partial<Member> = {}): Member => ({
  name,
  words,
  part: 'school',
  named: true,
  seats: null,
  reply: null,
  attended: null,
  excusal: null,
  ...more,
});

const mother = member('Saima Malik', 'mother', { part: 'family' });
const learner = member('Ayaan', 'may come for as much of it as wished', { part: 'pupil' });
const coordinator = member('Ruth Okafor', 'coordinator');
const tutor = member('Tomasz Zieliński', 'tutor, maths');
const special = member('Priya Nair', 'special education teacher');
const whole = [mother, learner, coordinator, tutor, special];

const places = (nation: 'england' | 'us', members: readonly Member[], more: Partial<Team> = {}) =>
  placesAt(seatRules(nation, 'annual-review'), { members, on: ON, transition: false, ...more });
const faults = (...ask: Parameters<typeof places>) => places(...ask).flatMap(({ id, fault }) => (fault ? [[id, fault]] : []));

describe('the IEP team (34 CFR 300.321)', () => {
  it('is whole with parent, both teachers and a representative, who may also interpret evaluation results', () => {
    expect(faults('us', whole)).toEqual([]);
  });

  it('names each place that nobody fills', () => {
    expect(faults('us', [mother, coordinator])).toEqual([
      ['us.team.generalTeacher', 'Nobody is named for this place yet.'],
      ['us.team.specialTeacher', 'Nobody is named for this place yet.'],
    ]);
  });

  it('asks for the learner only where transition is discussed', () => {
    expect(faults('us', [mother, coordinator, tutor, special], { transition: true })).toEqual([
      ['us.team.learner', 'Nobody is named for this place yet.'],
    ]);
  });

  it('takes what a person said of places over what work suggests', () => {
    expect(faults('us', [mother, coordinator, { ...tutor, seats: ['general-teacher', 'special-teacher'] }])).toEqual([]);
  });

  it('has nobody in the place of a teacher who cannot come and is not excused', () => {
    expect(faults('us', [mother, coordinator, { ...tutor, reply: 'no' }, special])).toEqual([
      ['us.team.generalTeacher', 'Tomasz Zieliński cannot come and is not excused in writing.'],
    ]);
  });
});

describe('duty 2 A6: an excusal', () => {
  const excused = (discussed: boolean, agreedOn: string | null, inputOn: string | null) => ({
    name: 'Tomasz Zieliński',
    excusal: {
      area: 'Maths',
      discussed,
      agreedOn: agreedOn === null ? null : day(agreedOn),
      inputOn: inputOn === null ? null : day(inputOn),
    },
  });

  it('from an area that is not discussed needs the parent’s agreement in writing, and no input', () => {
    expect(excusalFaults(excused(false, null, null), ON)).toEqual([
      'Tomasz Zieliński is excused without the parent’s agreement in writing (Maths).',
    ]);
    expect(excusalFaults(excused(false, '2026-12-01', null), ON)).toEqual([]);
  });

  it('from an area that is discussed needs consent in writing and written input, both before the meeting', () => {
    expect(excusalFaults(excused(true, null, null), ON)).toEqual([
      'Tomasz Zieliński is excused without the parent’s consent in writing (Maths).',
      'Maths is discussed: Tomasz Zieliński gives written input to parent and team before the meeting.',
    ]);
    expect(excusalFaults(excused(true, '2026-12-09', '2026-12-10'), ON)).toEqual([
      'The parent’s consent to excuse Tomasz Zieliński is from Wed 9 Dec 2026, after the meeting.',
      'The written input of Tomasz Zieliński is from Thu 10 Dec 2026, after the meeting.',
    ]);
    expect(excusalFaults(excused(true, '2026-12-01', '2026-12-04'), ON)).toEqual([]);
  });

  it('that holds fills the place; one that does not is named even where another fills it', () => {
    const { excusal } = excused(true, '2026-12-01', '2026-12-04');
    expect(faults('us', [mother, coordinator, { ...tutor, reply: 'no', excusal }, special])).toEqual([]);
    const wrong = { ...tutor, excusal: excused(true, '2026-12-01', null).excusal };
    const team = { members: [mother, coordinator, wrong, member('Anna Devlin', 'teacher'), special], on: ON, transition: false };
    expect(placesAt(seatRules('us', 'annual-review'), team).every(({ fault }) => fault === null)).toBe(true);
    expect(wrongExcusals(team)).toHaveLength(1);
  });

  it('stands in the minutes with its form and days', () => {
    expect(excusalWords(excused(true, '2026-12-01', '2026-12-04').excusal)).toBe(
      'excused (Maths, discussed); parent’s consent of Tue 1 Dec 2026; written input Fri 4 Dec 2026',
    );
  });
});

describe('who must be invited to an annual review in England (reg 20(2))', () => {
  const officer = member('Kirsty Bell', 'education officer', { part: 'authority' });
  const therapist = member('Joanna Tse', 'speech and language therapist', { part: 'health' });

  it('is named place by place, a part that nobody fills among them', () => {
    const vacancy = member('Social care officer', 'nobody is named yet', { part: 'social-care', named: false });
    expect(faults('england', [mother, coordinator, officer, therapist, vacancy])).toEqual([
      ['eng.team.socialCare', 'Nobody is named for this place yet.'],
    ]);
  });

  it('is in order where somebody was invited and cannot come: the invitation is owed, the attendance is not', () => {
    const social = member('Dawn Keeling', 'social care', { part: 'social-care', reply: 'no' });
    expect(faults('england', [mother, coordinator, officer, therapist, social])).toEqual([]);
  });

  it('knows officers from outside by their work where no part was noted', () => {
    const outside = ['education officer, Westmere Council', 'speech and language, NHS', 'social care, Westmere Council'];
    const invited = outside.map((words) => member(words, words, { part: 'agency' }));
    expect(faults('england', [mother, coordinator, ...invited])).toEqual([]);
  });

  it('is asked of no other meeting', () => {
    expect(seatRules('england', 'parent-meeting')).toEqual([]);
  });
});

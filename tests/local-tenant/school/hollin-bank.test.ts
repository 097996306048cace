import { describe, expect, it } from '@jest/globals';
import { asDay, weekdayOf } from '#domain/calendar/day.ts';
import { isSchoolDay } from '#domain/calendar/school-calendar.ts';
import { curriculumYear, schoolYearOf } from '#domain/calendar/school-year.ts';
import { valueFaults } from '#domain/record/faults.ts';
import { KINDS } from '#domain/record/kinds.ts';
import { hollinBank } from '#local-tenant/school/hollin-bank.ts';

const MONDAY = asDay('2026-11-23');
const ANYBODY = '00000000-0000-4000-8000-000000000001';
const school = hollinBank(MONDAY);

describe('the made-up school', () => {
  it('is the same school after every start, down to the ids', () => {
    expect(JSON.stringify(hollinBank(MONDAY))).toBe(JSON.stringify(school));
  });

  it('has about 1,200 pupils from Reception to Year 11, 212 of them on the register, 27 with an EHC plan', () => {
    expect(school.pupils).toHaveLength(1188);
    expect(new Set(school.pupils.map(({ yearGroup }) => yearGroup)).size).toBe(12);
    expect(school.cases).toHaveLength(212);
    expect(school.cases.filter(({ stage }) => stage === 'plan')).toHaveLength(27);
    expect(school.cases.filter(({ pupil }) => pupil.endsWith('.reid')).map(({ caseRef }) => caseRef)).toEqual(['WM-0412']);
  });

  it('no two people share an id, a key, an address or a pupil number, and no two cases a reference', () => {
    const everyone = [...school.staff, ...school.pupils];
    for (const mark of [(one: { id: string }) => one.id, (one: { key: string }) => one.key, (one: { upn: string }) => one.upn])
      expect(new Set(everyone.map(mark)).size).toBe(everyone.length);
    expect(new Set(school.cases.map(({ caseRef }) => caseRef)).size).toBe(212);
  });

  it('every pupil number has the check letter that its digits ask for', () => {
    const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
    for (const { upn } of school.pupils) {
      const sum = [...upn.slice(1)].reduce((total, digit, place) => total + Number(digit) * (place + 2), 0);
      expect(upn).toMatch(/^[A-Z]990\d{9}$/);
      expect(upn[0]).toBe(letters[sum % 23]);
    }
  });

  it('every pupil is of the age of the year group', () => {
    const yearStart = schoolYearOf(MONDAY).from;
    expect(school.pupils.filter(({ birthday, yearGroup }) => curriculumYear(birthday, yearStart) !== yearGroup)).toEqual([]);
  });

  it('nobody teaches two classes at once', () => {
    const lessons = school.calendar
      .filter(({ subject }) => /^\d+ [A-D] /.test(subject))
      .map(({ person, day, from }) => `${person} ${day} ${from}`);
    expect(lessons.length).toBeGreaterThan(2000);
    expect(new Set(lessons).size).toBe(lessons.length);
  });

  it('there are lessons on school days alone', () => {
    expect(school.calendar.filter(({ subject, day }) => /^(\d+|R) [A-Z]/.test(subject) && !isSchoolDay(day, school.days.calendar))).toEqual(
      [],
    );
  });

  it('on Tuesday 8 December at 14:00 everyone around Ayaan Malik is free; on Thursday at 09:15 two are not', () => {
    const around = ['ruth.okafor', 'tomasz.zielinski', 'kirsty.bell', 'joanna.tse', 'dawn.keeling'];
    const busy = (day: string, from: string, to: string) =>
      around.filter((person) =>
        school.calendar.some(
          (entry) => entry.person === person && entry.day === day && entry.from < to && entry.to > from && entry.showAs === 'busy',
        ),
      );
    expect(busy('2026-12-08', '14:00', '15:00')).toEqual([]);
    expect(busy('2026-12-10', '09:15', '10:15')).toEqual(['tomasz.zielinski', 'joanna.tse']);
    expect(busy('2026-12-14', '15:30', '16:30')).toEqual([]);
    expect(
      school.calendar.find((entry) => entry.person === 'kirsty.bell' && entry.day === '2026-12-14' && entry.from === '15:00')?.showAs,
    ).toBe('tentative');
  });

  it('work for public exams stands at every stage, each entry one that the record takes, each teacher one who teaches the pupil', () => {
    const kept = school.cases.flatMap(({ pupil, record }) =>
      record.filter(({ kind }) => kind.startsWith('exam-')).map((entry) => ({ ...entry, pupil })),
    );
    const setting = { today: MONDAY, nation: 'england', born: null } as const;
    // people and needs stand in a story by their key and their place; the record has ids
    const asKept = (values: object) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, /^(teacher|need)$/.test(key) ? ANYBODY : value]));
    for (const { kind, pupil, values } of kept)
      expect({ pupil, kind, faults: valueFaults(KINDS[kind], asKept(values), setting) }).toEqual({ pupil, kind, faults: [] });
    const states = kept.filter(({ kind }) => kind === 'exam-arrangement').map(({ values }) => String(values.state));
    expect([...new Set(states)].sort()).toEqual(['applied', 'approved', 'centre', 'considered', 'refused', 'trial']);
    const taught = new Set(
      school.classes.flatMap(({ teachers, pupils }) => teachers.flatMap((one) => pupils.map((key) => `${one} ${key}`))),
    );
    const seen = kept.filter(({ kind }) => kind === 'exam-evidence');
    expect(seen.map(({ values, pupil }) => `${values.teacher} ${pupil}`).filter((tie) => !taught.has(tie))).toEqual([]);
  });

  it('folders and files carry the case and never a name', () => {
    const names = school.cases.flatMap(({ pupil }) => pupil.split('.')).filter((part) => part.length > 3);
    for (const { folder, name } of school.documents) {
      expect(name).toMatch(new RegExp(`^${folder} .*\\.(docx|xlsx)$`));
      const words = name.toLowerCase().split(/[^\p{L}-]+/u);
      expect(names.filter((part) => words.includes(part))).toEqual([]);
    }
  });

  it.each(['2026-11-22', '2026-11-25', '2026-12-24', '2027-02-10', '2027-08-10', '2026-09-03'])(
    'told around %s, what happened lies before that day and lessons still fall on school days',
    (today) => {
      const other = hollinBank(asDay(today));
      expect(other.cases).toHaveLength(212);
      const logged = other.cases.flatMap(({ log }) => log.map(({ on }) => on));
      expect(logged.filter((on) => on > today)).toEqual([]);
      expect(other.calendar.filter(({ subject, day }) => /^\d+ [A-D] /.test(subject) && weekdayOf(day) > 5)).toEqual([]);
      expect(other.cases.flatMap(({ events }) => events).filter(({ kind, on }) => kind === 'review-meeting-held' && on > today)).toEqual(
        [],
      );
    },
  );
});

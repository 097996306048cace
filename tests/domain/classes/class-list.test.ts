import { describe, expect, it } from '@jest/globals';
import { classesFound, compareClasses, subjectBeside } from '#domain/classes/class-list.ts';

const listed = (name: string, subject: string | null, teachers: string) => ({ name, subject, teachers });

describe('the list of classes', () => {
  it('counts as a school does: 2 Elm stands before 10 Ash', () => {
    const names = ['10 Ash', '2 Elm', '10 A Art', '1 Oak', '2 Ash'].map((name) => ({ name }));
    expect(names.toSorted(compareClasses).map(({ name }) => name)).toEqual(['1 Oak', '2 Ash', '2 Elm', '10 A Art', '10 Ash']);
  });

  it('says what is taught once', () => {
    expect(subjectBeside({ name: '8 B Maths', subject: 'Maths' })).toBe('');
    expect(subjectBeside({ name: '8 B', subject: 'Tutor group' })).toBe('Tutor group');
    expect(subjectBeside({ name: '8 B', subject: null })).toBe('');
  });

  it('is narrowed by class, subject or teacher, whatever the accents', () => {
    const rows = [
      listed('8 B Maths', 'Maths', 'Tomasz Zieliński'),
      listed('8 B', 'Tutor group', 'Anna Devlin'),
      listed('6 Oak', 'Class', 'Anna Devlin'),
    ];
    const names = (words: string) => classesFound(rows, words).map(({ name }) => name);
    expect(names('zielinski')).toEqual(['8 B Maths']);
    expect(names('8 devlin')).toEqual(['8 B']);
    expect(names('  ')).toHaveLength(3);
    expect(names('nobody')).toEqual([]);
  });
});

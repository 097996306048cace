import type { Fields } from './fields.ts';
import type { RosterFile } from './shape.ts';
import type { StagedFact } from './staged.ts';

/*
 * Files that School Data Sync V2.1 takes over from OneRoster 1.1 with their names: schools, terms, courses and classes. Where a column is
 * called differently, or one of the two has no such column, the shape says so.
 */

/** `orgs.csv`, the same in both. */
export const schoolsFile: RosterFile = {
  name: 'orgs.csv',
  required: true,
  columns: ['sourcedId', 'name', 'type'],
  read: (f) => [{ kind: 'school', key: f.id('sourcedId'), name: f.name('name'), type: f.id('type'), parent: f.text('parentSourcedId') }],
};

/** `academicSessions.csv`, the same in both. */
export const termsFile: RosterFile = {
  name: 'academicSessions.csv',
  required: false,
  columns: ['sourcedId'],
  read: (f) => [{ kind: 'term', key: f.id('sourcedId') }],
};

/** `courses.csv`; the year group stands in a column `grades` or `grade`. */
export const coursesFile = (grade: 'grades' | 'grade'): RosterFile => ({
  name: 'courses.csv',
  required: false,
  columns: ['sourcedId', 'title'],
  read: (f) => [{ kind: 'course', key: f.id('sourcedId'), name: f.name('title'), yearGroup: f.yearGroup(grade) }],
});

type ClassFact = Extract<StagedFact, { kind: 'class' }>;
type OwnColumns = (f: Fields) => Pick<ClassFact, 'subject' | 'course' | 'yearGroup' | 'closed'>;

/** `classes.csv`: `school` is the column that names the school, `own` what only this shape tells. */
export const classesFile = (school: string, own: OwnColumns): RosterFile => ({
  name: 'classes.csv',
  required: false,
  columns: ['sourcedId', 'title', school],
  read: (f) => [{ kind: 'class', key: f.id('sourcedId'), school: f.id(school), name: f.name('title'), ...own(f) }],
});

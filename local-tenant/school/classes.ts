import { hollinBankForms } from './forms.ts';
import { madeUpId } from './made-up-id.ts';
import type { RollPupil, TaughtClass } from './school.ts';
import { secondaryWeek } from './timetable.ts';

/** Form classes with their tutor, and in the secondary years a class for each subject of each form with those who teach it. */
export const hollinBankClasses = (pupils: readonly RollPupil[]): TaughtClass[] => {
  const members = new Map<string, string[]>();
  for (const pupil of pupils) members.set(pupil.className, [...(members.get(pupil.className) ?? []), pupil.key]);
  const forms = hollinBankForms().map(({ name, yearGroup, tutor }) => ({
    id: madeUpId(`class ${name}`),
    name,
    subject: yearGroup < 7 ? 'Class' : 'Tutor group',
    yearGroup,
    teachers: [tutor],
    pupils: members.get(name) ?? [],
  }));
  return [...forms, ...subjectClasses(members)];
};

const subjectClasses = (members: ReadonlyMap<string, readonly string[]>): TaughtClass[] => {
  const classes = new Map<string, TaughtClass>();
  for (const { form, subject, teacher } of secondaryWeek()) {
    const name = `${form.name} ${subject}`;
    const known = classes.get(name);
    const teachers = known ? known.teachers : [];
    classes.set(name, {
      id: madeUpId(`class ${name}`),
      name,
      subject,
      yearGroup: form.yearGroup,
      teachers: teachers.includes(teacher) ? teachers : [...teachers, teacher],
      pupils: members.get(form.name) ?? [],
    });
  }
  return [...classes.values()];
};

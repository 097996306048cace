import type { SchoolWithCasework } from '#local-tenant/school/hollin-bank.ts';
import { madeUpId } from '#local-tenant/school/made-up-id.ts';
import type { Row } from './seed-records.ts';

/** Ids in the record differ from those in the directory: a person may be known before having an account. */
export const personId = (key: string): string => madeUpId(`person ${key}`);
export const pupilId = (key: string): string => madeUpId(`pupil ${key}`);
export const classId = (name: string): string => madeUpId(`class in record ${name}`);

const isPerson = ({ jobTitle }: SchoolWithCasework['staff'][number]) => jobTitle !== 'Meeting room';

/** Staff and outside people, and what each is at the school. */
export const peopleRows = ({ organisation, school, staff }: SchoolWithCasework): { people: Row[]; grants: Row[] } => {
  const organisation_id = organisation.tenantId;
  const persons = staff.filter(isPerson);
  return {
    people: persons.map((person) => ({
      organisation_id,
      id: personId(person.key),
      entra_id: person.account === 'staff' ? person.id : null,
      external_id: person.key,
      given_name: person.givenName,
      surname: person.surname,
      email: person.upn,
      job_title: person.jobTitle,
      employer: person.employer ?? null,
    })),
    grants: persons
      .filter(({ account }) => account === 'staff')
      .map((person) => ({
        organisation_id,
        person_id: personId(person.key),
        school_id: school.id,
        role: person.role,
        from_day: '2020-09-01',
      })),
  };
};

/** The whole roll; those on the register with what the register says of them. */
export const pupilRows = ({ organisation, school, pupils, cases, days }: SchoolWithCasework): Row[] => {
  const known = new Map(cases.map((one) => [one.pupil, one]));
  return pupils.map((pupil) => {
    const one = known.get(pupil.key);
    return {
      organisation_id: organisation.tenantId,
      id: pupilId(pupil.key),
      school_id: school.id,
      external_id: pupil.upn,
      case_ref: one?.caseRef ?? null,
      given_name: pupil.givenName,
      surname: pupil.surname,
      birthday: pupil.birthday,
      sex: pupil.sex,
      year_group: pupil.yearGroup,
      class_name: pupil.className,
      stage: one?.stage ?? 'none',
      stage_since: one?.stageSince ?? null,
      home_language: one ? one.homeLanguage : 'English',
      attendance_percent: one?.attendance ?? null,
      attendance_as_of: one ? days.on('2026-11-20') : null,
      key_worker_id: one ? personId(one.keyWorker) : null,
      on_roll_from: days.inSchoolYear('2026-09-02'),
      version: 1,
      changed_at: days.at('2026-11-20', '16:00'),
    };
  });
};

/** Classes with their teachers and members since the school year began. */
export const classRows = ({
  organisation,
  school,
  classes,
  days,
}: SchoolWithCasework): { classes: Row[]; teachers: Row[]; members: Row[] } => {
  const organisation_id = organisation.tenantId;
  const from_day = days.inSchoolYear('2026-09-02');
  return {
    classes: classes.map(({ id, name, subject, yearGroup }) => ({
      organisation_id,
      id: classId(name),
      school_id: school.id,
      external_id: id,
      name,
      subject,
      year_group: yearGroup,
    })),
    teachers: classes.flatMap(({ name, teachers }) =>
      teachers.map((key) => ({ organisation_id, class_id: classId(name), person_id: personId(key), from_day })),
    ),
    members: classes.flatMap(({ name, pupils }) =>
      pupils.map((key) => ({ organisation_id, class_id: classId(name), pupil_id: pupilId(key), from_day })),
    ),
  };
};

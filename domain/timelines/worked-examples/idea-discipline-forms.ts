import { addDays, type Day } from '#domain/calendar/day.ts';
import { asKnownOn, type SchoolCalendar, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { placementChange, SERVICES_FROM_SCHOOL_DAY, sumOfRemovals } from '#domain/timelines/removals.ts';
import { aboutDue, type CaseForm, clockForm, dueOf, event, schoolOf } from '#domain/timelines/worked-examples/case-form.ts';

const manifestation: CaseForm = {
  reads: ['decisionToChangePlacement', 'closureKnownOn'],
  answers: (given, setting) => {
    const decided = event('placement-change-decided', given.day('decisionToChangePlacement'));
    const due = dueOf('us.discipline.mdr', decided, setting);
    const closure = given.optionalEntry('closureKnownOn', ['date', 'announced']);
    const before = closure ? schoolBefore(closure.day('date'), closure.day('announced'), schoolOf(setting)) : undefined;
    return {
      ...aboutDue(due, setting),
      notifyParentsOn: dueOf('us.discipline.notify', decided, setting),
      ...(before
        ? {
            dueBeforeAnnouncement: dueOf('us.discipline.mdr', decided, { ...setting, calendars: { ...setting.calendars, school: before } }),
          }
        : {}),
    };
  },
};

/** The calendar as it was known the day before a closure was announced. */
function schoolBefore(on: Day, announcedOn: Day, school: SchoolCalendar): SchoolCalendar {
  const closures = school.closures.map((closure) => (closure.on === on ? { ...closure, announcedOn } : closure));
  return asKnownOn(schoolCalendar({ ...school, closures }), addDays(announcedOn, -1));
}

const cumulative: CaseForm = {
  reads: ['removals'],
  answers: (given, setting) => {
    const sum = sumOfRemovals(given.optionalRanges('removals') ?? [], schoolOf(setting));
    return { ...sum, servicesRequiredFromSchoolDay: SERVICES_FROM_SCHOOL_DAY };
  },
};

const changeOfPlacement: CaseForm = {
  reads: ['removals'],
  answers: (given, setting) => ({ ...placementChange(given.optionalRanges('removals') ?? [], schoolOf(setting)) }),
};

/** How examples of discipline are read, by rule id. */
export const DISCIPLINE_FORMS: Readonly<Record<string, CaseForm>> = {
  'us.discipline.notify': clockForm('us.discipline.notify', { decisionToChangePlacement: 'placement-change-decided' }),
  'us.discipline.mdr': manifestation,
  'us.discipline.iaes': clockForm('us.discipline.iaes', { removalStarts: 'interim-placement-started' }, 'lastSchoolDay'),
  'us.discipline.cumulative': cumulative,
  'us.discipline.changeOfPlacement': changeOfPlacement,
};

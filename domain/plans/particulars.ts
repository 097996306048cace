import { composeParentViews, composeView } from '#domain/plans/compose-view.ts';
import { entry } from '#domain/plans/entry.ts';
import type { Passage } from '#domain/plans/passage.ts';
import { missing, particular, stated } from '#domain/plans/passage.ts';
import type { PlanKind, PlanRecord } from '#domain/plans/plan.ts';
import { requiredSections } from '#domain/plans/required-sections.ts';
import { sections } from '#domain/plans/sections.ts';
import type { StoredDocument } from '#domain/plans/stored.ts';
import { columnDay, writtenDay } from '#domain/plans/written-day.ts';

type Writer = (record: PlanRecord, stored: readonly StoredDocument[]) => Passage;

/** What each kind of plan is called where it stands in its own words. */
export const planNames: Readonly<Record<PlanKind, string>> = {
  senSupport: 'SEN support plan',
  annualReview: 'Annual review report',
  profile: 'One-page profile',
  iep: 'Individualized Education Program',
  transition: 'Transition plan',
};

const fullName = (record: PlanRecord): string => `${record.pupil.givenName} ${record.pupil.familyName}`;

const writers: Readonly<Record<string, Writer>> = {
  'school.name': (record) => particular('School', record.school.name),
  'school.address': (record) => particular('Address', record.school.address ?? ''),
  'case.reference': (record) => particular('Case reference', record.caseRef),
  'plan.name': (record) => particular('Plan', planNames[record.kind]),
  'plan.version': (record) => particular('Version', `version ${record.version}, ${record.state}`),
  'plan.dated': (record) => particular('Dated', writtenDay(record.dated, record.jurisdiction)),
  'pupil.name': (record) => particular('Name', fullName(record)),
  'pupil.givenName': (record) => particular('Given name', record.pupil.givenName),
  'pupil.born': (record) =>
    record.pupil.born
      ? particular('Born', columnDay(record.pupil.born, record.jurisdiction))
      : missing('Born', 'date of birth is not recorded.'),
  'pupil.year': (record) => particular('Year', [record.pupil.year, record.pupil.className].filter(Boolean).join(' · ')),
  'pupil.stage': (record) => particular('Stage', record.pupil.stage),
  'coordinator.name': (record) => particular('Coordinator', record.coordinator),
  'review.next': (record) =>
    record.nextReview
      ? particular('Next review', writtenDay(record.nextReview, record.jurisdiction))
      : missing('Next review', 'no date has been set for the next review.'),
  strengths: (record) => stated('Strengths', record.strengths, 'strengths have not been recorded.'),
  'pupil.view': (record, stored) => composeView('Pupil’s view', record.pupilView, record, stored),
  'parent.view': composeParentViews,
};

/** The words for a field that stands once in a plan; a field nobody knows is a gap that names it, never an empty control. */
export function singleField(field: string, record: PlanRecord, stored: readonly StoredDocument[]): Passage {
  const writer = entry(writers, field);
  if (writer) return writer(record, stored);
  const section = entry(sections, field);
  const said = entry(record.sections, field) ?? [];
  if (section && said.length === 0 && !requiredSections(record).some((one) => one.field === field)) {
    return particular(section.label, section.otherwise ?? 'Nothing recorded.');
  }
  if (section) return stated(section.label, said, section.gap, '\n');
  if (said.length > 0) return stated(field, said, '', '\n');
  return missing(field, `this template asks for “${field}”, which is not in the record.`);
}

/** Fields that stand once, for the page on which a school maps its own template. */
export const singleFields: readonly string[] = [...Object.keys(writers), ...Object.keys(sections)];

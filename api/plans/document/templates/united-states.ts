import { agreements, page, sources, type TemplateSource } from '#api/plans/document/templates/frame.ts';
import {
  field,
  heading,
  paragraph,
  particulars,
  repeatedBullets,
  repeatedFields,
  repeatedTable,
  run,
  signatures,
} from '#api/plans/document/templates/wordml.ts';
import { asDay } from '#domain/calendar/day.ts';

/** The eight elements of 34 CFR 300.320(a), each under its own heading, so that a team can see that none is left out. */
export const iep: TemplateSource = {
  id: 'us-iep',
  kind: 'iep',
  name: 'Individualized Education Program',
  jurisdiction: 'us',
  version: 1,
  validFrom: asDay('2026-08-01'),
  write: page(
    'Individualized Education Program',
    () =>
      particulars([
        ['pupil.name', 'Student'],
        ['pupil.year', 'Grade'],
        ['pupil.born', 'Born'],
        ['pupil.stage', 'Eligibility'],
        ['coordinator.name', 'Case manager'],
        ['review.next', 'Annual review by'],
      ]) +
      heading('1. Present levels') +
      field('presentLevels', 'Academic achievement and functional performance') +
      field('effect', 'How the disability affects progress in the general curriculum') +
      field('strengths', 'Strengths') +
      field('parent.view', 'Concerns of the parents') +
      field('pupil.view', 'Student’s view') +
      repeatedFields('needs', 'Need', { label: 'label', text: 'text' }) +
      field('specialFactors', 'Special factors considered') +
      heading('2. Measurable annual goals') +
      repeatedFields('goals', 'Goal', { label: 'label', text: 'text' }) +
      heading('3. How progress is measured and reported') +
      repeatedTable('progress', 'Progress', [
        { field: 'label', title: 'Goal', width: 1038 },
        { field: 'baseline', title: 'Baseline', width: 2300 },
        { field: 'measure', title: 'Measured', width: 2000 },
        { field: 'criterion', title: 'Met when', width: 2300 },
        { field: 'reporting', title: 'Parents are told', width: 2000 },
      ]) +
      heading('4 and 7. Services, aids and modifications') +
      repeatedTable('provision', 'Service', [
        { field: 'what', title: 'Service', width: 2538 },
        { field: 'who', title: 'Provider', width: 1400 },
        { field: 'from', title: 'Starts', width: 1300 },
        { field: 'howLong', title: 'Minutes', width: 1000 },
        { field: 'timesAWeek', title: 'Times a week', width: 900 },
        { field: 'place', title: 'Location', width: 1200 },
        { field: 'until', title: 'Until', width: 1300 },
      ]) +
      paragraph('Heading2', run('Accommodations')) +
      repeatedBullets('accommodations', 'Accommodation', 'text') +
      heading('5. Participation with nondisabled children') +
      field('nonParticipation', 'Extent, if any, of non-participation, and why') +
      heading('6. State and district assessments') +
      field('assessments', 'Accommodations; if an alternate assessment, why and why it fits') +
      heading('8. Transition') +
      field('postsecondaryGoals', 'Postsecondary goals') +
      field('transitionServices', 'Transition services') +
      field('transferOfRights', 'Transfer of rights') +
      heading('Team') +
      repeatedTable('invited', 'Team', [
        { field: 'name', title: 'Name', width: 3338 },
        { field: 'role', title: 'Role (300.321)', width: 3900 },
        { field: 'came', title: 'Attended', width: 2400 },
      ]) +
      heading('Agreement') +
      agreements() +
      signatures(['Parent', 'Student', 'Agency representative']) +
      sources(),
  ),
};

import { about, agreements, page, sources, type TemplateSource } from '#api/plans/document/templates/frame.ts';
import {
  control,
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

export const senSupport: TemplateSource = {
  id: 'england-sen-support',
  kind: 'senSupport',
  name: 'SEN support plan',
  jurisdiction: 'england',
  version: 3,
  validFrom: asDay('2026-09-01'),
  write: page(
    'SEN support plan',
    () =>
      particulars([
        ['pupil.name', 'Name'],
        ['pupil.year', 'Year'],
        ['pupil.born', 'Born'],
        ['pupil.stage', 'Stage'],
        ['coordinator.name', 'Coordinator'],
        ['review.next', 'Next review'],
      ]) +
      about() +
      field('strengths', 'Strengths') +
      field('pupil.view', 'Pupil’s view') +
      field('parent.view', 'Parent’s view') +
      heading('Assess: needs') +
      repeatedFields('needs', 'Need', { label: 'label', text: 'text' }) +
      heading('Plan: goals') +
      repeatedFields('goals', 'Goal', { label: 'label', text: 'text' }) +
      heading('Do: provision') +
      repeatedTable('provision', 'Provision', [
        { field: 'what', title: 'What', width: 3238 },
        { field: 'who', title: 'Who', width: 1800 },
        { field: 'howLong', title: 'How long', width: 1150 },
        { field: 'timesAWeek', title: 'Times a week', width: 1000 },
        { field: 'group', title: 'Group', width: 1100 },
        { field: 'until', title: 'Until', width: 1350 },
      ]) +
      paragraph('Heading2', run('What helps in every lesson')) +
      repeatedBullets('strategies', 'Strategy', 'text') +
      paragraph('Heading2', run('Reasonable adjustments')) +
      repeatedBullets('accommodations', 'Adjustment', 'text') +
      paragraph('Heading2', run('What teachers and specialists advise')) +
      repeatedTable('advice', 'Advice', [
        { field: 'text', title: 'Advice, in the adviser’s words', width: 5838 },
        { field: 'by', title: 'From', width: 2300 },
        { field: 'on', title: 'Dated', width: 1500 },
      ]) +
      heading('Review') +
      repeatedTable('progress', 'Progress', [
        { field: 'label', title: 'Goal', width: 1038 },
        { field: 'baseline', title: 'Started at', width: 2400 },
        { field: 'now', title: 'Now', width: 2400 },
        { field: 'criterion', title: 'Met when', width: 2300 },
        { field: 'by', title: 'By', width: 1500 },
      ]) +
      field('review.impact', 'What difference it made') +
      field('review.nextStep', 'Next step') +
      heading('Agreement') +
      agreements() +
      sources(),
  ),
};

/** Outcomes with what was reached, then the questions that regulation 20 asks, then the recommendation. */
export const annualReview: TemplateSource = {
  id: 'england-annual-review',
  kind: 'annualReview',
  name: 'Annual review report',
  jurisdiction: 'england',
  version: 2,
  validFrom: asDay('2026-09-01'),
  write: page(
    'Annual review report',
    () =>
      particulars([
        ['pupil.name', 'Name'],
        ['pupil.year', 'Year'],
        ['pupil.born', 'Born'],
        ['pupil.stage', 'Stage'],
        ['coordinator.name', 'Coordinator'],
        ['review.next', 'Next review'],
      ]) +
      field('review.meeting', 'The meeting') +
      paragraph('Heading2', run('Who was invited, who came and who sent advice')) +
      repeatedTable('invited', 'Invited', [
        { field: 'name', title: 'Name', width: 2700 },
        { field: 'role', title: 'Part', width: 3138 },
        { field: 'came', title: 'Came', width: 1500 },
        { field: 'advice', title: 'Advice', width: 2300 },
      ]) +
      about() +
      field('strengths', 'Strengths and what has gone well') +
      field('pupil.view', 'Pupil’s view') +
      field('parent.view', 'Parent’s view') +
      field('aspirations', 'Hopes for the future') +
      heading('Progress towards the outcomes') +
      repeatedTable('goals', 'Outcomes in section E', [
        { field: 'number', title: 'No.', width: 700 },
        { field: 'statement', title: 'Outcome', width: 4038 },
        { field: 'progress', title: 'Progress', width: 1400 },
        { field: 'evidence', title: 'How we know', width: 3500 },
      ]) +
      field('review.stillFits', 'Do the outcomes and shorter targets still fit?') +
      heading('Is the provision delivered, and does it work?') +
      repeatedTable('provision', 'Provision in sections F, G and H', [
        { field: 'what', title: 'What', width: 3338 },
        { field: 'who', title: 'Who', width: 1700 },
        { field: 'howLong', title: 'How long', width: 1100 },
        { field: 'timesAWeek', title: 'Times a week', width: 1000 },
        { field: 'delivered', title: 'Delivered', width: 2500 },
      ]) +
      paragraph('Heading2', run('Advice received')) +
      repeatedTable('advice', 'Advice', [
        { field: 'text', title: 'Advice, in the adviser’s words', width: 5838 },
        { field: 'by', title: 'From', width: 2300 },
        { field: 'on', title: 'Dated', width: 1500 },
      ]) +
      heading('Changes asked for') +
      field('review.needs', 'Needs (section B)') +
      field('review.provision', 'Provision (section F)') +
      field('review.health', 'Health (sections C and G)') +
      field('review.socialCare', 'Social care (sections D and H)') +
      field('review.placement', 'Placement (section I)') +
      field('review.budget', 'Personal budget (section J)') +
      heading('Looking ahead') +
      field('review.nextPhase', 'Next phase') +
      field('review.adulthood', 'Preparation for adulthood (from Year 9)') +
      heading('Recommendation') +
      field('review.recommendation', 'Keep, amend or cease the plan, with reasons') +
      field('review.differences', 'Where school and family differ') +
      field('review.sent', 'Sent to the local authority and to everyone invited') +
      signatures(['Head teacher', 'Special educational needs coordinator']) +
      sources(),
  ),
};

/** One side of paper in the pupil's favour: for every adult who teaches the child tomorrow morning. */
export const profile: TemplateSource = {
  id: 'england-one-page-profile',
  kind: 'profile',
  name: 'One-page profile',
  jurisdiction: 'england',
  version: 1,
  validFrom: asDay('2026-09-01'),
  write: page(
    'One-page profile',
    () =>
      particulars([
        ['pupil.name', 'Name'],
        ['pupil.year', 'Year'],
      ]) +
      heading('What people like about me') +
      paragraph('Field', control('strengths', 'Strengths')) +
      heading('What is important to me') +
      paragraph('Field', control('important', 'Important to me')) +
      field('pupil.view', 'In my own words') +
      heading('How to support me') +
      repeatedBullets('strategies', 'Strategy', 'text') +
      paragraph('Heading2', run('What is arranged for me')) +
      repeatedBullets('accommodations', 'Adjustment', 'text') +
      paragraph('Heading2', run('Who to ask')) +
      repeatedTable('contacts', 'Contacts', [
        { field: 'name', title: 'Name', width: 4819 },
        { field: 'role', title: 'Part', width: 4819 },
      ]),
  ),
};

/** What the next place must have before the first day. */
export const transition: TemplateSource = {
  id: 'england-transition',
  kind: 'transition',
  name: 'Transition plan',
  jurisdiction: 'england',
  version: 1,
  validFrom: asDay('2026-09-01'),
  write: page(
    'Transition plan',
    () =>
      particulars([
        ['pupil.name', 'Name'],
        ['pupil.year', 'Year'],
        ['transition.from', 'Moving from'],
        ['transition.to', 'Moving to'],
        ['transition.on', 'First day'],
        ['coordinator.name', 'Coordinator'],
      ]) +
      about() +
      field('strengths', 'Strengths') +
      field('pupil.view', 'What I want you to know') +
      field('parent.view', 'Parent’s view') +
      field('transition.worries', 'What might be hard') +
      heading('What works now and must go on') +
      repeatedTable('provision', 'Provision', [
        { field: 'what', title: 'What', width: 3838 },
        { field: 'who', title: 'Who', width: 2000 },
        { field: 'howLong', title: 'How long', width: 1300 },
        { field: 'timesAWeek', title: 'Times a week', width: 1200 },
        { field: 'group', title: 'Group', width: 1300 },
      ]) +
      paragraph('Heading2', run('In every lesson')) +
      repeatedBullets('strategies', 'Strategy', 'text') +
      paragraph('Heading2', run('Arrangements')) +
      repeatedBullets('accommodations', 'Adjustment', 'text') +
      heading('Getting there') +
      paragraph('Heading2', run('Steps and visits')) +
      repeatedBullets('transition.steps', 'Step', 'text') +
      field('transition.summer', 'Who to call over the summer') +
      heading('Agreement') +
      agreements() +
      sources(),
  ),
};

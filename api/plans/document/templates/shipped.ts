import {
  control,
  field,
  heading,
  pageOfPages,
  paragraph,
  particulars,
  repeatedBullets,
  repeatedFields,
  repeatedTable,
  run,
  signatures,
  tab,
} from '#api/plans/document/templates/wordml.ts';
import { asDay, type Day } from '#domain/calendar/day.ts';
import type { PlanTemplate } from '#domain/plans/block.ts';

export type TemplateSource = {
  readonly id: string;
  readonly kind: PlanTemplate['kind'];
  readonly name: string;
  readonly jurisdiction: 'england' | 'us';
  readonly version: number;
  readonly validFrom: Day;
  readonly write: () => { readonly header: string; readonly body: string; readonly footer: string };
};

const header = (): string =>
  paragraph('Header', control('school.name', 'School'), tab, control('case.reference', 'Case reference'), run(' · confidential'));

const footer = (name: string): string => paragraph('Footer', run(`${name} · `), control('plan.version', 'Version'), tab, pageOfPages);

const titleOf = (name: string): string =>
  paragraph('Title', run(name)) +
  paragraph(
    'Subtitle',
    control('school.name', 'School'),
    run(' · '),
    control('case.reference', 'Case reference'),
    run(' · '),
    control('plan.version', 'Version'),
    run(' · '),
    control('plan.dated', 'Dated'),
  );

const page = (name: string, body: () => string) => () => ({ header: header(), body: titleOf(name) + body(), footer: footer(name) });

const about = (): string => paragraph('Heading1', run('About '), control('pupil.givenName', 'Given name'));

const sources = (): string =>
  heading('Where each statement comes from') +
  paragraph('Note', run('The small numbers in the text are those of this list. Nothing in this plan was written without a source.')) +
  repeatedTable('sources', 'Sources', [
    { field: 'number', title: 'No.', width: 700 },
    { field: 'words', title: 'Source', width: 5038 },
    { field: 'on', title: 'Of', width: 1500 },
    { field: 'where', title: 'Kept in', width: 2400 },
  ]);

const agreements = (): string =>
  repeatedTable('agreements', 'Agreement', [
    { field: 'name', title: 'Name', width: 3000 },
    { field: 'role', title: 'Part', width: 2638 },
    { field: 'how', title: 'How', width: 2400 },
    { field: 'on', title: 'On', width: 1600 },
  ]);

const senSupport: TemplateSource = {
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
      paragraph('Heading2', run('What specialists advise')) +
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

export const shippedTemplates: readonly TemplateSource[] = [senSupport];
void signatures;

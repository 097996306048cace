import { control, heading, pageOfPages, paragraph, repeatedTable, run, tab } from '#api/plans/document/templates/wordml.ts';
import type { Day } from '#domain/calendar/day.ts';
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

export const page = (name: string, body: () => string) => () => ({ header: header(), body: titleOf(name) + body(), footer: footer(name) });

export const about = (): string => paragraph('Heading1', run('About '), control('pupil.givenName', 'Given name'));

export const sources = (): string =>
  heading('Where each statement comes from') +
  paragraph('Note', run('The small numbers in the text are those of this list. Nothing in this plan was written without a source.')) +
  repeatedTable('sources', 'Sources', [
    { field: 'number', title: 'No.', width: 700 },
    { field: 'words', title: 'Source', width: 5038 },
    { field: 'on', title: 'Of', width: 1500 },
    { field: 'where', title: 'Kept in', width: 2400 },
  ]);

export const agreements = (): string =>
  repeatedTable('agreements', 'Agreement', [
    { field: 'name', title: 'Name', width: 3000 },
    { field: 'role', title: 'Part', width: 2638 },
    { field: 'how', title: 'How', width: 2400 },
    { field: 'on', title: 'On', width: 1600 },
  ]);

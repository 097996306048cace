import type { Screen } from './screen.ts';
import { heading, over, tabPage } from './showing.ts';

const TEACHER = { person: 'anna.devlin' };

/** The class and the school year: sheets, what colleagues say, guidance, exams, the information report, what one is told and when. */
export const classScreens: readonly Screen[] = [
  over(
    'class-sheet',
    () => '/tab/classes',
    ({ tab }) => tab.getByRole('link', { name: '6 Oak' }).click(),
    heading(/^6 Oak/),
  ),
  tabPage('my-pupils', () => '/tab/classes/mine', heading('My pupils'), TEACHER),
  tabPage('today-teacher', () => '/tab/today', heading(/^Today/), TEACHER),
  tabPage('readings', () => '/tab/classes/readings', heading('Who has read what')),
  tabPage('guidance', () => '/tab/guidance', heading('Guidance')),
  over(
    'guidance-strategy',
    () => '/tab/guidance',
    ({ tab }) => tab.getByText('Work in short pieces').first().click(),
    ({ tab }) => tab.getByRole('button', { name: /^Use for a pupil/ }).first(),
  ),
  over(
    'guidance-use',
    () => '/tab/guidance',
    async ({ tab }) => {
      await tab.getByText('Work in short pieces').first().click();
      await tab
        .getByRole('button', { name: /^Use for a pupil/ })
        .first()
        .click();
    },
    ({ tab }) => tab.getByRole('dialog'),
  ),
  over(
    'guidance-add',
    () => '/tab/guidance',
    ({ tab }) => tab.getByRole('button', { name: 'Add strategy' }).click(),
    ({ tab }) => tab.getByRole('alertdialog'),
  ),
  tabPage('exams', () => '/tab/exams', heading('Exam arrangements')),
  over(
    'exam-date',
    () => '/tab/exams',
    ({ tab }) =>
      tab
        .getByRole('button', { name: /^Change/ })
        .first()
        .click(),
    ({ tab }) => tab.getByRole('dialog'),
  ),
  tabPage('exam-dates', () => '/tab/exams/dates', heading('Exam dates')),
  tabPage('pupil-exams', ({ ayaan }) => `/tab/pupil/${ayaan}?tab=exams`, heading('Ayaan Malik')),
  tabPage('new-year', () => '/tab/settings/year', heading('New school year')),
  tabPage('information-report', () => '/tab/information-report', heading('SEN information report')),
  tabPage('mornings', () => '/tab/settings/mornings', heading('My mornings')),
  tabPage('notices', () => '/tab/settings/notices', heading('Notices in Teams')),
];

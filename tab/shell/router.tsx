import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import type { Address } from '#contract/addresses.ts';
import { NotFoundPage } from '../kit/not-found-page.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { SkeletonRows } from '../kit/states.tsx';
import { namesNoPage, type PageName } from './pages.ts';

type Page = { readonly id: string };
type Route = {
  readonly path: RegExp;
  readonly of: PageName;
  readonly title: string;
  /** The question the page opens with, asked while its code is still on the way. */
  readonly first: Address | null;
  readonly load: () => Promise<{ default: ComponentType<Page> }>;
};

const UUID = '([0-9a-f-]{36})';

const as =
  <N extends string>(load: () => Promise<Record<N, ComponentType<Page>>>, name: N) =>
  async () => ({ default: (await load())[name] });

const routes: readonly Route[] = [
  { path: /^\/tab\/today$/, of: 'today', title: 'Today', first: 'today', load: as(() => import('../today/today-page.tsx'), 'TodayPage') },
  {
    path: /^\/tab\/caseload$/,
    of: 'caseload',
    title: 'Caseload',
    first: 'caseload',
    load: as(() => import('../caseload/caseload-page.tsx'), 'CaseloadPage'),
  },
  {
    path: new RegExp(`^/tab/pupil/${UUID}$`),
    of: 'caseload',
    title: 'Pupil',
    first: null,
    load: as(() => import('../pupil/pupil-page.tsx'), 'PupilPage'),
  },
  {
    path: new RegExp(`^/tab/pupil/${UUID}/find-a-date$`),
    of: 'meetings',
    title: 'Find a date',
    first: null,
    load: as(() => import('../meetings/find-a-date-page.tsx'), 'FindADatePage'),
  },
  {
    path: new RegExp(`^/tab/pupil/${UUID}/access$`),
    of: 'caseload',
    title: 'Who may see this',
    first: null,
    load: as(() => import('../access/access-page.tsx'), 'AccessPage'),
  },
  {
    path: new RegExp(`^/tab/pupil/${UUID}/letters$`),
    of: 'caseload',
    title: 'Letters',
    first: null,
    load: as(() => import('../letters/letters-page.tsx'), 'LettersPage'),
  },
  {
    path: new RegExp(`^/tab/letters/${UUID}$`),
    of: 'caseload',
    title: 'Letter',
    first: null,
    load: as(() => import('../letters/letter-page.tsx'), 'LetterPage'),
  },
  {
    path: /^\/tab\/settings\/languages$/,
    of: 'settings',
    title: 'Languages of letters',
    first: null,
    load: as(() => import('../letters/languages-page.tsx'), 'LanguagesPage'),
  },
  {
    path: /^\/tab\/classes$/,
    of: 'classes',
    title: 'Classes',
    first: 'classes',
    load: as(() => import('../classes/classes-page.tsx'), 'ClassesPage'),
  },
  {
    path: /^\/tab\/classes\/mine$/,
    of: 'classes',
    title: 'My pupils',
    first: null,
    load: as(() => import('../classes/my-strategies-page.tsx'), 'MyStrategiesPage'),
  },
  {
    path: /^\/tab\/classes\/readings$/,
    of: 'classes',
    title: 'Who has read what',
    first: null,
    load: as(() => import('../classes/readings-page.tsx'), 'ReadingsPage'),
  },
  {
    path: new RegExp(`^/tab/classes/${UUID}$`),
    of: 'classes',
    title: 'Class sheet',
    first: null,
    load: as(() => import('../classes/class-sheet-page.tsx'), 'ClassSheetPage'),
  },
  {
    path: /^\/tab\/guidance$/,
    of: 'classes',
    title: 'Guidance',
    first: 'guidance',
    load: as(() => import('../guidance/guidance-page.tsx'), 'GuidancePage'),
  },
  {
    path: /^\/tab\/exams$/,
    of: 'classes',
    title: 'Exam arrangements',
    first: null,
    load: as(() => import('../exams/exams-page.tsx'), 'ExamsPage'),
  },
  {
    path: /^\/tab\/exams\/dates$/,
    of: 'settings',
    title: 'Exam dates',
    first: 'examDates',
    load: as(() => import('../exams/exam-dates-page.tsx'), 'ExamDatesPage'),
  },
  {
    path: /^\/tab\/plans$/,
    of: 'caseload',
    title: 'Bring in plans',
    first: 'existingPlans',
    load: as(() => import('../existing-plans/plans-page.tsx'), 'PlansPage'),
  },
  {
    path: new RegExp(`^/tab/plans/${UUID}$`),
    of: 'caseload',
    title: 'Plan',
    first: null,
    load: as(() => import('../existing-plans/plan-page.tsx'), 'ExistingPlanPage'),
  },
  {
    path: /^\/tab\/meetings$/,
    of: 'meetings',
    title: 'Meetings',
    first: 'meetings',
    load: as(() => import('../meetings/meetings-page.tsx'), 'MeetingsPage'),
  },
  {
    path: new RegExp(`^/tab/meetings/${UUID}$`),
    of: 'meetings',
    title: 'Meeting',
    first: null,
    load: as(() => import('../meetings/record-page.tsx'), 'RecordPage'),
  },
  {
    path: new RegExp(`^/tab/meetings/${UUID}/dates$`),
    of: 'meetings',
    title: 'Find a date',
    first: null,
    load: as(() => import('../meetings/dates-page.tsx'), 'DatesPage'),
  },
  {
    path: /^\/tab\/compliance$/,
    of: 'compliance',
    title: 'Compliance',
    first: null,
    load: as(() => import('../compliance/compliance-page.tsx'), 'CompliancePage'),
  },
  {
    path: /^\/tab\/dates(?:\/([a-z0-9-]+))?$/,
    of: 'compliance',
    title: 'Dates explained',
    first: 'datesExplained',
    load: as(() => import('../clocks/dates-page.tsx'), 'DatesPage'),
  },
  {
    path: new RegExp(`^/tab/pupil/${UUID}/privacy$`),
    of: 'caseload',
    title: 'Privacy',
    first: null,
    load: as(() => import('../privacy/pupil-privacy-page.tsx'), 'PupilPrivacyPage'),
  },
  {
    path: new RegExp(`^/tab/pupil/${UUID}/erase$`),
    of: 'caseload',
    title: 'Every copy',
    first: null,
    load: as(() => import('../privacy/erase-page.tsx'), 'ErasePage'),
  },
  {
    path: /^\/tab\/information-report$/,
    of: 'settings',
    title: 'SEN information report',
    first: null,
    load: as(() => import('../information-report/report-page.tsx'), 'InformationReportPage'),
  },
  {
    path: /^\/tab\/privacy$/,
    of: 'settings',
    title: 'Privacy',
    first: 'privacy',
    load: as(() => import('../privacy/privacy-page.tsx'), 'PrivacyPage'),
  },
  {
    path: new RegExp(`^/tab/privacy/requests/${UUID}$`),
    of: 'settings',
    title: 'Request for the record',
    first: null,
    load: as(() => import('../privacy/records-request-page.tsx'), 'RecordsRequestPage'),
  },
  {
    path: new RegExp(`^/tab/privacy/erasures/${UUID}$`),
    of: 'settings',
    title: 'Erasure',
    first: null,
    load: as(() => import('../privacy/erasure-page.tsx'), 'ErasurePage'),
  },
  {
    path: /^\/tab\/settings\/register$/,
    of: 'settings',
    title: 'Bring your register',
    first: null,
    load: as(() => import('../import/register-page.tsx'), 'RegisterPage'),
  },
  {
    path: /^\/tab\/settings(?:\/[a-z]+)?$/,
    of: 'settings',
    title: 'Settings',
    first: null,
    load: as(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
  },
];

const shown = new Map<Route, LazyExoticComponent<ComponentType<Page>>>();

/** The route of a path, or undefined where there is no such page. */
export const routeOf = (path: string): Route | undefined => routes.find((route) => route.path.test(path));

const componentOf = (route: Route) => {
  const known = shown.get(route) ?? lazy(route.load);
  shown.set(route, known);
  return known;
};

/** The page at a path. While its code is on the way the true heading stands above grey rows. */
export const PageAt = ({ path }: { path: string }) => {
  const route = routeOf(path);
  if (namesNoPage(path)) return <PageOnItsWay title="Waymark" />;
  if (!route) return <NotFoundPage />;
  const Component = componentOf(route);
  const id = route.path.exec(path)?.[1] ?? '';
  return (
    <Suspense fallback={<PageOnItsWay title={route.title} />}>
      <Component id={id} key={path} />
    </Suspense>
  );
};

/** A page whose code or data is on the way. */
export const PageOnItsWay = ({ title }: { title: string }) => (
  <div className="wm-page">
    <PageHeader title={title} />
    <section className="wm-section">
      <SkeletonRows />
    </section>
  </div>
);

import { type ComponentType, lazy } from 'react';
import type { Me } from '#contract/people.ts';
import { KeyboardSetting } from './keyboard-setting.tsx';

type Role = Me['roles'][number];

/** One part of Settings: where it is, who finds it there (null: everybody), and what it shows unless it is a page of its own. */
export type SettingsPart = {
  readonly name: string;
  readonly title: string;
  readonly to: string;
  readonly roles: readonly Role[] | null;
  readonly only?: Me['organisation']['jurisdiction'];
  readonly Shown: ComponentType | null;
};

const part = (name: string, title: string, roles: SettingsPart['roles'], Shown: SettingsPart['Shown']): SettingsPart => ({
  name,
  title,
  to: `/tab/settings/${name}`,
  roles,
  Shown,
});

const ImportRoster = lazy(() => import('./import-roster.tsx').then((module) => ({ default: module.ImportRoster })));
const PeopleSyncPart = lazy(() => import('./people-sync.tsx').then((module) => ({ default: module.PeopleSyncPart })));
const People = lazy(() => import('./roles.tsx').then((module) => ({ default: module.People })));
const Reminders = lazy(() => import('./reminders.tsx').then((module) => ({ default: module.Reminders })));
const Chasing = lazy(() => import('./chasing.tsx').then((module) => ({ default: module.Chasing })));
const ActivityFeed = lazy(() => import('./activity-feed.tsx').then((module) => ({ default: module.ActivityFeed })));
const CalendarPart = lazy(() => import('./calendar/calendar-part.tsx').then((module) => ({ default: module.CalendarPart })));
const Mornings = lazy(() => import('./mornings.tsx').then((module) => ({ default: module.Mornings })));
const RollOverPart = lazy(() => import('./roll-over/roll-over-part.tsx').then((module) => ({ default: module.RollOverPart })));
const Status = lazy(() => import('./status.tsx').then((module) => ({ default: module.Status })));
const PrivacyPapers = lazy(() => import('./privacy-papers.tsx').then((module) => ({ default: module.PrivacyPapers })));
const Permissions = lazy(() => import('./permissions.tsx').then((module) => ({ default: module.Permissions })));

const LEADS: readonly Role[] = ['coordinator', 'leader'];
const BRINGS: readonly Role[] = ['coordinator', 'administrator'];

/** All parts of Settings under what they are about, those that a school needs first at the top. */
export const SETTINGS: readonly { readonly about: string; readonly parts: readonly SettingsPart[] }[] = [
  {
    about: 'Bring and connect',
    parts: [
      part('import', 'Import', BRINGS, ImportRoster),
      part('sync', 'People from Microsoft 365', BRINGS, PeopleSyncPart),
      part('people', 'People and roles', BRINGS, People),
      part('register', 'Register', ['coordinator'], null),
      part('permissions', 'Permissions', ['administrator'], Permissions),
      part('status', 'Status', ['coordinator', 'leader', 'administrator'], Status),
    ],
  },
  {
    about: 'The school',
    parts: [
      part('calendar', 'School calendar', LEADS, CalendarPart),
      part('year', 'New school year', LEADS, RollOverPart),
      { ...part('exam-dates', 'Exam dates', LEADS, null), to: '/tab/exams/dates', only: 'england' },
      { ...part('information-report', 'SEN information report', LEADS, null), to: '/tab/information-report', only: 'england' },
      { ...part('privacy', 'Privacy', LEADS, null), to: '/tab/privacy' },
      part('papers', 'Privacy papers', ['coordinator', 'leader', 'administrator', 'auditor'], PrivacyPapers),
    ],
  },
  {
    about: 'What goes out',
    parts: [
      part('languages', 'Languages of letters', LEADS, null),
      part('reminders', 'Reminders of dates', ['coordinator'], Reminders),
      part('asking', 'Asking people', LEADS, Chasing),
    ],
  },
  {
    about: 'Mine',
    parts: [
      part('mornings', 'My mornings', ['coordinator', 'leader', 'teacher', 'assistant', 'specialist'], Mornings),
      part('notices', 'Notices in Teams', null, ActivityFeed),
      part('keyboard', 'Keyboard', null, KeyboardSetting),
    ],
  },
];

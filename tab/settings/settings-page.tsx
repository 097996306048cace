import { lazy, Suspense } from 'react';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { SkeletonRows } from '../kit/states.tsx';
import { KeyboardSetting } from './keyboard-setting.tsx';
import './settings.css';

const ImportRoster = lazy(() => import('./import-roster.tsx').then((module) => ({ default: module.ImportRoster })));
const PeopleSyncPart = lazy(() => import('./people-sync.tsx').then((module) => ({ default: module.PeopleSyncPart })));
const People = lazy(() => import('./roles.tsx').then((module) => ({ default: module.People })));
const Reminders = lazy(() => import('./reminders.tsx').then((module) => ({ default: module.Reminders })));
const Chasing = lazy(() => import('./chasing.tsx').then((module) => ({ default: module.Chasing })));
const ActivityFeed = lazy(() => import('./activity-feed.tsx').then((module) => ({ default: module.ActivityFeed })));
const CalendarPart = lazy(() => import('./calendar/calendar-part.tsx').then((module) => ({ default: module.CalendarPart })));
const Mornings = lazy(() => import('./mornings.tsx').then((module) => ({ default: module.Mornings })));
const RollOverPart = lazy(() => import('./roll-over/roll-over-part.tsx').then((module) => ({ default: module.RollOverPart })));
const Permissions = lazy(() => import('./permissions.tsx').then((module) => ({ default: module.Permissions })));

const parts = {
  import: { title: 'Import', roles: ['coordinator', 'administrator'] },
  sync: { title: 'People from Microsoft 365', roles: ['coordinator', 'administrator'] },
  people: { title: 'People and roles', roles: ['coordinator', 'administrator'] },
  register: { title: 'Register', roles: ['coordinator'] },
  languages: { title: 'Languages of letters', roles: ['coordinator', 'leader'] },
  reminders: { title: 'Reminders of dates', roles: ['coordinator'] },
  asking: { title: 'Asking people', roles: ['coordinator', 'leader'] },
  calendar: { title: 'School calendar', roles: ['coordinator', 'leader'] },
  year: { title: 'New school year', roles: ['coordinator', 'leader'] },
  permissions: { title: 'Permissions', roles: ['administrator'] },
  notices: { title: 'Notices in Teams', roles: null },
  mornings: { title: 'My mornings', roles: ['coordinator', 'leader', 'teacher', 'assistant', 'specialist'] },
  keyboard: { title: 'Keyboard', roles: null },
} as const;
type PartName = keyof typeof parts;

/** What may be set, by role: an administrator sees permissions and no records, a coordinator the import. */
export const SettingsPage = () => {
  const { me } = useReach();
  const { path } = usePlace();
  const mine = (Object.keys(parts) as PartName[]).filter((name) => parts[name].roles?.some((role) => me.roles.includes(role)) ?? true);
  const leads = me.roles.some((role) => role === 'coordinator' || role === 'leader');
  const asked = path.split('/')[3];
  const part = mine.find((name) => name === asked) ?? mine[0] ?? 'keyboard';
  return (
    <div className="wm-page settings-page">
      <nav aria-label="Settings">
        <ul className="settings-parts">
          {mine.map((name) => (
            <li key={name}>
              <span {...(name === part ? { 'aria-current': 'page' as const, className: 'settings-here' } : {})}>
                <PageLink to={`/tab/settings/${name}`} className="settings-link">
                  {parts[name].title}
                </PageLink>
              </span>
            </li>
          ))}
          {leads && me.organisation.jurisdiction === 'england' ? (
            <li>
              <span>
                <PageLink to="/tab/information-report" className="settings-link">
                  SEN information report
                </PageLink>
              </span>
            </li>
          ) : null}
          {leads ? (
            <li>
              <span>
                <PageLink to="/tab/privacy" className="settings-link">
                  Privacy
                </PageLink>
              </span>
            </li>
          ) : null}
        </ul>
      </nav>
      <div className="wm-stack settings-body">
        <Suspense
          fallback={
            <>
              <PageHeader title={parts[part].title} />
              <SkeletonRows />
            </>
          }
        >
          {part === 'import' ? <ImportRoster /> : null}
          {part === 'sync' ? <PeopleSyncPart /> : null}
          {part === 'people' ? <People /> : null}
          {part === 'reminders' ? <Reminders /> : null}
          {part === 'calendar' ? <CalendarPart /> : null}
          {part === 'year' ? <RollOverPart /> : null}
          {part === 'asking' ? <Chasing /> : null}
          {part === 'permissions' ? <Permissions /> : null}
          {part === 'notices' ? <ActivityFeed /> : null}
          {part === 'mornings' ? <Mornings /> : null}
          {part === 'keyboard' ? <KeyboardSetting /> : null}
        </Suspense>
      </div>
    </div>
  );
};

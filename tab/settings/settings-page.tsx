import { Suspense } from 'react';
import type { Me } from '#contract/people.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { SkeletonRows } from '../kit/states.tsx';
import { SETTINGS, type SettingsPart } from './settings-parts.ts';
import './settings.css';

const isFor =
  ({ roles, organisation }: Me) =>
  (part: SettingsPart): boolean =>
    (part.roles?.some((role) => roles.includes(role)) ?? true) && (!part.only || part.only === organisation.jurisdiction);

/** What may be set, by role: an administrator sees permissions and no records, a coordinator the import. */
export const SettingsPage = () => {
  const { me } = useReach();
  const { path } = usePlace();
  const groups = SETTINGS.map(({ about, parts }) => ({ about, parts: parts.filter(isFor(me)) })).filter(({ parts }) => parts.length > 0);
  const here = groups.flatMap(({ parts }) => parts).filter(({ Shown }) => Shown !== null);
  const asked = path.split('/')[3];
  const part = here.find(({ name }) => name === asked) ?? here[0];
  const Shown = part?.Shown;
  return (
    <div className="wm-page settings-page">
      <nav aria-label="Settings" className="settings-groups">
        {groups.map(({ about, parts }) => (
          <section key={about} aria-label={about}>
            <p className="settings-about" aria-hidden="true">
              {about}
            </p>
            <ul className="settings-parts">
              {parts.map(({ name, title, to }) => (
                <li key={name}>
                  <span {...(name === part?.name ? { 'aria-current': 'page' as const, className: 'settings-here' } : {})}>
                    <PageLink to={to} className="settings-link">
                      {title}
                    </PageLink>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className="wm-stack settings-body">
        <Suspense
          fallback={
            <>
              <PageHeader title={part?.title ?? 'Settings'} />
              <SkeletonRows />
            </>
          }
        >
          {Shown ? <Shown /> : null}
        </Suspense>
      </div>
    </div>
  );
};

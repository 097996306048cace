import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { lazy, Suspense, useState } from 'react';
import type { Access } from '#contract/access.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { Section } from '../kit/section.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './access.css';
import { Links } from './links.tsx';
import { SeenAndSent } from './seen-and-sent.tsx';
import { Team } from './team.tsx';
import { useAccessChange } from './use-access-change.ts';
import { WhoSees } from './who-sees.tsx';

const JoinDialog = lazy(() => import('./join-dialog.tsx').then((module) => ({ default: module.JoinDialog })));

/** Why can this person see that, and who has? */
export const AccessPage = ({ id }: { id: string }) => {
  const asked = useAnswer('access', { pupil: id });
  return (
    <WholePage title="Who may see this" asked={asked}>
      {(access, stale) => <Shown access={access} stale={stale} />}
    </WholePage>
  );
};

const Shown = ({ access, stale }: { access: Access; stale: boolean }) => {
  const [joining, setJoining] = useState(false);
  const change = useAccessChange(access.pupil.id);
  const { pupil, people, blocked } = access;
  const may = (deed: Access['can'][number]) => access.can.includes(deed) && !stale;
  return (
    <div className="wm-page">
      <PageHeader
        title="Who may see this"
        windowTitle={`Who may see ${pupil.caseRef ?? 'this'}`}
        path={
          <>
            <PageLink to={`/tab/pupil/${pupil.id}`}>{pupil.name}</PageLink>
            {pupil.caseRef ? ` / ${pupil.caseRef}` : ''}
          </>
        }
        aside={`${countWords(people.length, 'person', 'people')}, by role and by what ties them to ${pupil.givenName}${blocked.length > 0 ? ` · ${blocked.length} more must not be reached` : ''}`}
        end={
          may('change-team') ? (
            <Button size="small" icon={<AddRegular />} onClick={() => setJoining(true)}>
              Give access
            </Button>
          ) : null
        }
      />
      <div className="wm-two">
        <div className="wm-stack">
          <WhoSees access={access} />
          <Team access={access} change={change} may={may('change-team')} />
        </div>
        <div className="wm-stack">
          {access.restrictedNotes.length > 0 ? (
            <Section title="Restricted notes" aside={String(access.restrictedNotes.length)}>
              <ul className="wm-list">
                {access.restrictedNotes.map(({ words }, at) => (
                  <li key={words} className="access-note">
                    <strong>Note {at + 1}</strong>
                    <p className="wm-second">{words}</p>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <Links access={access} change={change} may={may('send-link')} />
        </div>
      </div>
      <SeenAndSent access={access} mayReport={may('report-disclosures')} />
      <Suspense fallback={null}>
        {joining ? <JoinDialog access={access} change={change} onClose={() => setJoining(false)} /> : null}
      </Suspense>
    </div>
  );
};

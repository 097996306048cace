import { Button } from '@fluentui/react-components';
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { ShieldRegular } from '@fluentui/react-icons/svg/shield';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { usePageKeys } from '../kit/keys.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink, PressLink } from '../kit/page-link.tsx';
import { changeQuery, go, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { classWords } from '../kit/stage-words.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { useWidth } from '../kit/use-width.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { AtAGlance } from './at-a-glance.tsx';
import { ExportPart } from './export-part.tsx';
import { type Deed, MoreDeeds } from './more-deeds.tsx';
import { ProfileButtons } from './profile-buttons.tsx';
import './pupil.css';
import { PupilPart } from './pupil-parts.tsx';
import { PupilTabs, partOf } from './pupil-tabs.tsx';

const DraftDialog = lazy(() => import('./draft-dialog.tsx').then((module) => ({ default: module.DraftDialog })));

/** What a person needs to know in ten seconds, then everything in order. */
export const PupilPage = ({ id }: { id: string }) => {
  const asked = useAnswer('pupil', { pupil: id });
  return (
    <WholePage title="Pupil" asked={asked}>
      {(pupil, stale) => <Shown pupil={pupil} stale={stale} again={asked.again} />}
    </WholePage>
  );
};

const Shown = ({ pupil, stale, again }: { pupil: Pupil; stale: boolean; again: () => void }) => {
  const { query } = usePlace();
  const { me } = useReach();
  const [drafting, setDrafting] = useState(false);
  const part = partOf(query.get('tab'));
  usePageKeys({ t: () => changeQuery({ tab: '' }) });
  const may = (deed: Pupil['can'][number]) => pupil.can.includes(deed) && pupil.leftOn === null;
  const off = stale ? { disabled: true } : {};
  const wide = useWidth() === 'wide';
  const page = (words: string, name: string, icon?: ReactElement) => ({ words, icon, press: () => go(`/tab/pupil/${pupil.id}/${name}`) });
  const letters = may('write-letter') ? [page('Letters', 'letters', <MailRegular />)] : [];
  const about = [
    ...(pupil.can.includes('see-access') ? [page('Who may see this', 'access')] : []),
    ...(me.roles.some((role) => role === 'coordinator' || role === 'leader') ? [page('Privacy', 'privacy', <ShieldRegular />)] : []),
  ];
  return (
    <div className="wm-page">
      <PageHeader
        title={pupil.name}
        windowTitle={pupil.caseRef ?? 'Pupil'}
        path={
          <>
            <PageLink to="/tab/caseload">Caseload</PageLink>
            {pupil.caseRef ? ` / ${pupil.caseRef}` : ''}
          </>
        }
        beside={<MustNotBeReached count={pupil.restrictedContacts} />}
        below={[
          classWords(pupil.yearGroup, pupil.className, me.organisation.jurisdiction),
          pupil.ageWords,
          pupil.stageWords,
          leftWords(pupil),
        ]
          .filter(Boolean)
          .join(' · ')}
        end={
          <>
            {may('draft-plan') ? (
              <Button size="small" icon={<DocumentTextRegular />} onClick={() => setDrafting(true)} {...off}>
                Draft plan in Word
              </Button>
            ) : null}
            {may('find-a-date') ? (
              <Button size="small" icon={<CalendarAddRegular />} onClick={() => go(`/tab/pupil/${pupil.id}/find-a-date`)} {...off}>
                Find a date
              </Button>
            ) : null}
            {wide ? (
              <>
                {letters.map(buttonOf)}
                {may('take-profile') ? <ProfileButtons pupil={pupil.id} /> : null}
                {about.map(buttonOf)}
              </>
            ) : (
              <MoreDeeds pupil={pupil.id} deeds={[...letters, ...about]} takesProfile={may('take-profile')} />
            )}
          </>
        }
      />
      <AtAGlance pupil={pupil} />
      <div className="pupil-parts-row">
        <PupilTabs part={part} />
        {pupil.can.includes('export') && pupil.caseRef ? <ExportPart pupil={pupil.id} part={part} /> : null}
      </div>
      <PupilPart pupil={pupil} part={part} stale={stale} may={may} />
      <Suspense fallback={null}>
        {drafting ? (
          <DraftDialog
            pupil={pupil}
            onClose={() => {
              setDrafting(false);
              again();
            }}
          />
        ) : null}
      </Suspense>
    </div>
  );
};

const buttonOf = ({ words, icon, press }: Deed & { readonly icon: ReactElement | undefined }) => (
  <Button key={words} size="small" icon={icon ?? null} onClick={press}>
    {words}
  </Button>
);

const leftWords = (pupil: Pupil): string | null => (pupil.leftOn ? `On roll until ${dayWordsWithYear(pupil.leftOn)}` : null);

const MustNotBeReached = ({ count }: { count: number }) =>
  count ? (
    <span className="pupil-restricted">
      <ProhibitedRegular aria-hidden />
      <PressLink onPress={() => changeQuery({ tab: 'contacts' })}>
        {count === 1 ? '1 contact must not be reached' : `${count} contacts must not be reached`}
      </PressLink>
    </span>
  ) : null;

import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { Classes } from '#contract/classes.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { classesFound, subjectBeside } from '#domain/classes/class-list.ts';
import { ExportList } from '../kit/export-list.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { SearchField } from '../kit/search-field.tsx';
import { Section } from '../kit/section.tsx';
import { Empty, FailedBar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './classes.css';

const CoverDialog = lazy(() => import('./cover-dialog.tsx').then((module) => ({ default: module.CoverDialog })));

/** The classes whose sheet one may open, and who takes them for a day. */
export const ClassesPage = () => {
  const asked = useAnswer('classes');
  return (
    <WholePage title="Classes" asked={asked}>
      {(classes, stale) => <Shown classes={classes} stale={stale} />}
    </WholePage>
  );
};

type Row = Classes['rows'][number];

/** More classes than these are looked for by words. */
const FEW = 8;

const Shown = ({ classes, stale }: { classes: Classes; stale: boolean }) => {
  const { answers, announce, me } = useReach();
  const [covering, setCovering] = useState<Row | null>(null);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const [words, setWords] = useState('');
  const found = classesFound(classes.rows, words);
  const takeBack = async (cover: Row['cover'][number]) => {
    setFailed(null);
    try {
      answers.put('classes', {}, await answers.change('withdrawCover', { path: { cover: cover.id }, body: {} }));
      announce(`${cover.name} no longer takes the class`);
    } catch (fault) {
      setFailed(fault as CallFailed);
    }
  };
  return (
    <div className="wm-page">
      <PageHeader
        title="Classes"
        aside="Each sheet says what helps, on one side of paper"
        end={
          <>
            <PageLink to="/tab/classes/mine">My pupils</PageLink>
            {me.roles.some((role) => role === 'coordinator' || role === 'leader') ? (
              <PageLink to="/tab/classes/readings">Who has read what</PageLink>
            ) : null}
            <PageLink to="/tab/guidance">Guidance</PageLink>
            {me.organisation.jurisdiction === 'england' && classes.mayArrangeCover ? (
              <PageLink to="/tab/exams">Exam arrangements</PageLink>
            ) : null}
            <ExportList of="classes" what="classes" />
          </>
        }
      />
      <Section
        title="Class sheets"
        aside={countWords(classes.rows.length, 'class', 'classes')}
        end={classes.rows.length > FEW ? <SearchField label="Class, subject or teacher" words={words} onWords={setWords} /> : null}
      >
        {failed ? <FailedBar failed={failed} /> : null}
        {classes.rows.length === 0 ? (
          <Empty title="No class of yours today">Classes you teach, and classes you take for a day, stand here.</Empty>
        ) : null}
        {classes.rows.length > 0 && found.length === 0 ? (
          <Empty
            title={`No class matches “${words.trim()}”`}
            end={
              <Button size="small" onClick={() => setWords('')}>
                Show every class
              </Button>
            }
          />
        ) : null}
        <ul className="wm-list">
          {found.map((row) => (
            <li key={row.id} className="classes-line">
              <div>
                <PageLink to={`/tab/classes/${row.id}`} className="wm-link-lined">
                  {row.name}
                </PageLink>{' '}
                {subjectBeside(row)}
                <p className="wm-second">{[countWords(row.pupils, 'pupil'), row.teachers, row.because].filter(Boolean).join(' · ')}</p>
                {row.cover.map((cover) => (
                  <p key={cover.id} className="wm-second">
                    Cover {cover.dayWords}: {cover.name}{' '}
                    {classes.mayArrangeCover ? (
                      <Button
                        size="small"
                        appearance="transparent"
                        disabled={stale}
                        aria-label={`Take back the cover of ${cover.name}`}
                        onClick={() => takeBack(cover)}
                      >
                        Take back
                      </Button>
                    ) : null}
                  </p>
                ))}
              </div>
              {classes.mayArrangeCover ? (
                <Button size="small" disabled={stale} aria-label={`Arrange cover for ${row.name}`} onClick={() => setCovering(row)}>
                  Arrange cover
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <Suspense fallback={null}>{covering ? <CoverDialog row={covering} onClose={() => setCovering(null)} /> : null}</Suspense>
    </div>
  );
};

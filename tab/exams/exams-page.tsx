import { Button, Select } from '@fluentui/react-components';
import type { ExamsPage as Page } from '#contract/exams.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { ExportButtons } from '../kit/export-buttons.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { changeQuery, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { Section } from '../kit/section.tsx';
import { Empty, FailedBar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './exams.css';
import { GapReport } from './gap-report.tsx';
import { SeasonDates } from './season-dates.tsx';

/** Who has which exam arrangement, what is missing before a season, and until when it can be put right. */
export const ExamsPage = () => {
  const { query } = usePlace();
  const season = query.get('season');
  const asked = useAnswer('exams', undefined, season ? { season } : undefined);
  return (
    <WholePage title="Exam arrangements" asked={asked}>
      {(page, stale) => <Shown page={page} stale={stale} again={asked.again} />}
    </WholePage>
  );
};

const Shown = ({ page, stale, again }: { page: Page; stale: boolean; again: () => void }) => {
  const { answers } = useReach();
  const { busy, failed, run } = useDeed();
  const list = async (as: 'docx' | 'xlsx') => {
    const file = await run('invigilators', { query: { season: page.season, as } }, 'The list for invigilators is saved');
    if (file) saveFile({ ...file, content: file.base64 });
  };
  const ready = page.rows.filter(({ gaps, arrangements }) => gaps.length === 0 && arrangements.length > 0).length;
  return (
    <div className="wm-page">
      <PageHeader
        title="Exam arrangements"
        path={<PageLink to="/tab/classes">Classes</PageLink>}
        aside={`${page.seasonWords}: ${countWords(page.rows.length, 'pupil')} in exam years, ${ready} with nothing missing`}
        end={
          <>
            <Select size="small" aria-label="Season" value={page.season} onChange={(_, { value }) => changeQuery({ season: value })}>
              {page.seasons.map(({ id, words }) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </Select>
            <ExportButtons
              of="the gap report"
              take={(format) => answers.change('exportList', { body: { what: 'exams', format, season: page.season } })}
            />
          </>
        }
      />
      <Section
        title="For invigilators"
        aside={`${countWords(page.onList, 'candidate')} with arrangements in force`}
        end={
          <>
            <Button size="small" disabled={busy || page.onList === 0} onClick={() => void list('docx')}>
              List as .docx
            </Button>{' '}
            <Button size="small" disabled={busy || page.onList === 0} onClick={() => void list('xlsx')}>
              List as .xlsx
            </Button>
          </>
        }
      >
        {failed ? <FailedBar failed={failed} /> : null}
        <p className="exams-words">Names, classes and what is given. It names no need or diagnosis.</p>
      </Section>
      <SeasonDates
        season={{ id: page.season, words: page.seasonWords }}
        dates={page.dates}
        mayKeep={page.mayKeepDates}
        stale={stale}
        again={again}
      >
        <p className="exams-words wm-second">
          {page.scoreLine}{' '}
          <PageLink to="/tab/exams/dates" className="wm-link-lined">
            All seasons’ dates
          </PageLink>
        </p>
      </SeasonDates>
      {page.rows.length === 0 ? (
        <Section title="What is missing">
          <Empty title="Nobody is in an exam year">
            Pupils on the register in Years 9 to 13, and whoever has an exam arrangement, stand here.
          </Empty>
        </Section>
      ) : (
        <GapReport rows={page.rows} />
      )}
    </div>
  );
};

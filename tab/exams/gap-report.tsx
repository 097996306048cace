import { Button, Select } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { ExamRow } from '#contract/exams.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { GAP_SORTS, GAP_WORDS } from '#domain/exams/gaps.ts';
import { PageLink } from '../kit/page-link.tsx';
import { changeQuery, usePlace } from '../kit/place.ts';
import { saveFile } from '../kit/save-file.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useDeed } from '../kit/use-deed.ts';

/** Who lacks what, year by year; narrowed by what is missing. Counts are counts of the rows shown. */
export const GapReport = ({ rows }: { rows: readonly ExamRow[] }) => {
  const { query } = usePlace();
  const missing = query.get('missing') ?? '';
  const shown = rows.filter(
    ({ gaps }) => missing === '' || (missing === 'none' ? gaps.length === 0 : gaps.some(({ sort }) => sort === missing)),
  );
  const years = [...new Set(shown.map(({ yearGroup }) => yearGroup))].sort((a, b) => b - a);
  const lacking = (sort: string) => rows.filter(({ gaps }) => gaps.some((gap) => gap.sort === sort)).length;
  return (
    <Section
      title="What is missing"
      aside={countWords(shown.length, 'pupil')}
      end={
        <Select size="small" aria-label="Only those who lack" value={missing} onChange={(_, { value }) => changeQuery({ missing: value })}>
          <option value="">Everybody ({rows.length})</option>
          {GAP_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {GAP_WORDS[sort]} ({lacking(sort)})
            </option>
          ))}
          <option value="none">Nothing missing ({rows.filter(({ gaps }) => gaps.length === 0).length})</option>
        </Select>
      }
    >
      {shown.length === 0 ? (
        <p className="exams-words">
          Nobody lacks this.{' '}
          <Button size="small" appearance="transparent" onClick={() => changeQuery({ missing: '' })}>
            Show everybody
          </Button>
        </p>
      ) : null}
      {years.map((year) => {
        const here = shown.filter(({ yearGroup }) => yearGroup === year);
        return (
          <div key={year}>
            <h3 className="exams-year">
              Year {year} <span className="wm-second">{countWords(here.length, 'pupil')}</span>
            </h3>
            <ul className="wm-list">
              {here.map((row) => (
                <Row key={row.pupil} row={row} />
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
};

const Row = ({ row }: { row: ExamRow }) => {
  const { busy, failed, run } = useDeed();
  const draft = async () => {
    const file = await run('examApplication', { path: { pupil: row.pupil } }, 'The draft application is saved');
    if (file) saveFile({ ...file, content: file.base64 });
  };
  return (
    <li className="exams-line">
      <div>
        <PageLink to={`/tab/pupil/${row.pupil}?tab=exams`} className="wm-link-lined">
          {row.name}
        </PageLink>{' '}
        <span className="wm-second">{[row.className, row.caseRef].filter(Boolean).join(' · ')}</span>
        {row.arrangements.length ? <p>{row.arrangements.map(({ words, stateWords }) => `${words} (${stateWords})`).join(' · ')}</p> : null}
        {row.gaps.length ? (
          <ul className="exams-gaps" aria-label={`Missing for ${row.name}`}>
            {row.gaps.map(({ sort, words }) => (
              <li key={words}>{sort === 'expiry' || sort === 'notice' ? <UrgencyMark urgency="near">{words}</UrgencyMark> : words}</li>
            ))}
          </ul>
        ) : (
          <UrgencyMark urgency="good">Nothing missing</UrgencyMark>
        )}
        {failed ? <FailedBar failed={failed} /> : null}
      </div>
      {row.mayDraft ? (
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          disabled={busy}
          aria-label={`Draft application for ${row.name}`}
          onClick={() => void draft()}
        >
          Draft application
        </Button>
      ) : null}
    </li>
  );
};

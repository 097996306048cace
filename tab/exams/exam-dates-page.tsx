import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { SeasonDates } from './season-dates.tsx';

/** The dates of the exam seasons to come, in one place of Settings: whoever reads this year's regulations copies them here. */
export const ExamDatesPage = () => {
  const asked = useAnswer('examDates');
  return (
    <WholePage title="Exam dates" asked={asked}>
      {({ seasons, mayKeepDates }, stale) => (
        <div className="wm-page">
          <PageHeader
            title="Exam dates"
            path={<PageLink to="/tab/settings">Settings</PageLink>}
            aside="They stand on Today and Compliance while they concern a pupil. A day that nobody has copied is marked as not verified."
            end={<PageLink to="/tab/exams">Exam arrangements</PageLink>}
          />
          {seasons.map((season) => (
            <SeasonDates key={season.id} season={season} dates={season.dates} mayKeep={mayKeepDates} stale={stale} again={asked.again} />
          ))}
        </div>
      )}
    </WholePage>
  );
};

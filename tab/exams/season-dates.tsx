import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { ExamDate, ExamsPage } from '#contract/exams.ts';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import './exams.css';

const DateDialog = lazy(() => import('./date-dialog.tsx').then((module) => ({ default: module.DateDialog })));

type Props = {
  season: ExamsPage['seasons'][number];
  dates: readonly ExamDate[];
  mayKeep: boolean;
  stale: boolean;
  /** Something was saved or looked at again: what is shown may be old. */
  again: () => void;
  children?: React.ReactNode;
};

/** The days of one season that have to be kept, each with where it was copied from, and a way to set it. */
export const SeasonDates = ({ season, dates, mayKeep, stale, again, children }: Props) => {
  const [changing, setChanging] = useState<ExamDate | null>(null);
  const close = () => {
    setChanging(null);
    again();
  };
  return (
    <Section title={`Dates for ${season.words}`}>
      <ul className="wm-list">
        {dates.map((date) => (
          <li key={date.id} className="exams-line">
            <div>
              <strong>{date.title}</strong>
              <p>
                {date.words} · <UrgencyMark urgency={date.urgency}>{date.leftWords}</UrgencyMark>
              </p>
              <p className="wm-second">{date.verified ? date.source : <UrgencyMark urgency="info">{date.source}</UrgencyMark>}</p>
            </div>
            {mayKeep ? (
              <Button size="small" disabled={stale} aria-label={`Change: ${date.title}, ${season.words}`} onClick={() => setChanging(date)}>
                Change
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {children}
      <Suspense fallback={null}>
        {changing ? <DateDialog season={season.id} seasonWords={season.words} date={changing} onClose={close} /> : null}
      </Suspense>
    </Section>
  );
};

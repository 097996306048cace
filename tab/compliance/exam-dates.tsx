import type { Compliance } from '#contract/compliance.ts';
import { PageLink } from '../kit/page-link.tsx';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';

/** Dates of exam seasons in the period: dated entries beside the clocks, in none of their counts. */
export const ExamDates = ({ dates }: { dates: Compliance['examDates'] }) =>
  dates.length === 0 ? null : (
    <Section title="Exam dates" aside={dates.length}>
      <ul className="wm-list">
        {dates.map(({ season, title, on, words, leftWords, urgency, why, verified }) => (
          <li key={`${title} ${on}`}>
            <div>
              {words} · <UrgencyMark urgency={urgency}>{leftWords}</UrgencyMark>
            </div>
            <PageLink to={`/tab/exams?season=${season}`} className="wm-link-lined">
              {title}
            </PageLink>
            <p className="wm-second">{verified ? why : <UrgencyMark urgency="info">{why}</UrgencyMark>}</p>
          </li>
        ))}
      </ul>
    </Section>
  );

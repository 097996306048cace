import type { DueRow } from '#contract/caseload.ts';
import { PageLink } from '../kit/page-link.tsx';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** What colleagues ask the reader and the list of what is due does not reach yet; nothing where nothing more waits. */
export const AskedOfYou = ({ listed }: { listed: readonly Pick<DueRow, 'id'>[] }) => {
  const { answer } = useAnswer('askedOfMe');
  const later = answer?.asked.filter(({ contribution }) => !listed.some(({ id }) => id === contribution)) ?? [];
  if (!later.length) return null;
  return (
    <Section title="Asked of you" aside={later.length}>
      <ul className="wm-list">
        {later.map(({ contribution, pupil, title, askedBy, dueWords, urgency }) => (
          <li key={contribution}>
            <PageLink to={`/tab/pupil/${pupil.id}?tab=assessments&answer=${contribution}`} className="today-plain-link">
              {title} · {pupil.name}
            </PageLink>
            <p className="wm-second">
              {askedBy} · <UrgencyMark urgency={urgency}>{dueWords}</UrgencyMark>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};

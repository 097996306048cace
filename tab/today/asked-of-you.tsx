import { PageLink } from '../kit/page-link.tsx';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** What colleagues ask the reader about pupils they work with, and has no answer yet; nothing where nothing waits. */
export const AskedOfYou = () => {
  const { answer } = useAnswer('askedOfMe');
  if (!answer?.asked.length) return null;
  return (
    <Section title="Asked of you" aside={answer.asked.length}>
      <ul className="wm-list">
        {answer.asked.map(({ contribution, pupil, title, askedBy, dueWords, urgency }) => (
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

import type { PlanContent as Content } from '#contract/plan-content.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { PageLink } from '../kit/page-link.tsx';
import { Section } from '../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';

type Gap = Content['gaps'][number];

/** Where a gap is mended. */
const addressOf = (mend: Gap['mend'], pupil: string): string => {
  switch (mend) {
    case 'find-a-date':
      return `/tab/pupil/${pupil}/find-a-date`;
    case 'letters':
      return `/tab/pupil/${pupil}/letters`;
    case 'bring-in-plans':
      return '/tab/plans';
    case 'overview':
      return `/tab/pupil/${pupil}`;
    default:
      return `/tab/pupil/${pupil}?tab=${mend}`;
  }
};

/** What the law asks of this pupil’s plan: every gap with its citation and where to mend it, and how much stands. */
export const PlanContent = ({ pupil }: { pupil: string }) => {
  const { answer, failed, again } = useAnswer('planContent', { pupil });
  // whoever may not read the law's side of a case sees the plan without this part
  if (failed && [403, 404].includes(failed.problem.status)) return null;
  if (answer?.title === null) return null;
  return (
    <Section
      title="What the plan must hold"
      aside={answer ? `${answer.title}: ${countWords(answer.passed, 'thing')} in place, ${answer.gaps.length} missing` : undefined}
    >
      {failed && !answer ? <FailedBar failed={failed} again={again} /> : null}
      {answer ? <Gaps gaps={answer.gaps} pupil={pupil} /> : failed ? null : <SkeletonRows rows={3} />}
    </Section>
  );
};

const Gaps = ({ gaps, pupil }: { gaps: readonly Gap[]; pupil: string }) =>
  gaps.length ? (
    <ul className="wm-list">
      {gaps.map(({ rule, title, words, citation, weight, mend }) => (
        <li key={`${rule} ${words}`} className="pupil-content-gap">
          <UrgencyMark urgency={weight === 'must' ? 'near' : 'info'}>{title}</UrgencyMark>
          <span>{words}</span>
          <span className="wm-second">
            {citation} ·{' '}
            <PageLink to={addressOf(mend, pupil)} className="wm-link-lined" aria-label={`Put it right: ${title}`}>
              Put it right
            </PageLink>
          </span>
        </li>
      ))}
    </ul>
  ) : (
    <p className="pupil-none">Everything that was asked is there.</p>
  );

import type { LetterDraft } from '#contract/letters.ts';
import { PageLink } from '../kit/page-link.tsx';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';

/** Where a fact is put right: the part of the Pupil page, or the page that finds a date. */
const addressOf = (mend: string, pupil: string): string => {
  if (mend === 'find-a-date') return `/tab/pupil/${pupil}/find-a-date`;
  if (mend === 'people') return '/tab/settings/people';
  return `/tab/pupil/${pupil}${mend === 'overview' ? '' : `?tab=${mend}`}`;
};

/** The facts that the letter rests on, each with its source; and those the record does not have, with where to mend them. */
export const FactsUsed = ({ draft, pupil }: { draft: LetterDraft; pupil: string }) => {
  const stops = draft.lacking.filter((one) => one.stops);
  const others = draft.lacking.filter((one) => !one.stops);
  return (
    <>
      {stops.length ? (
        <Section title="Missing" aside="the letter cannot be filed without these">
          <Lacking lacking={stops} pupil={pupil} urgency="late" />
        </Section>
      ) : null}
      <Section title="Facts used" aside={`${draft.facts.length} from the record`}>
        <dl className="letters-facts">
          {draft.facts.map(({ key, label, words, source }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <bdi>{words}</bdi>
                <span className="wm-second">{source}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      {others.length ? (
        <Section title="Not in the record" aside="their sentences are left out">
          <Lacking lacking={others} pupil={pupil} urgency="info" />
        </Section>
      ) : null}
    </>
  );
};

type Props = { lacking: LetterDraft['lacking']; pupil: string; urgency: 'late' | 'info' };

const Lacking = ({ lacking, pupil, urgency }: Props) => (
  <ul className="wm-list">
    {lacking.map(({ key, label, words, mend }) => (
      <li key={key} className="letters-lacking">
        <UrgencyMark urgency={urgency}>{label}</UrgencyMark>
        <span>{words}</span>
        <PageLink to={addressOf(mend, pupil)} aria-label={`Mend it: ${label}`}>
          Mend it
        </PageLink>
      </li>
    ))}
  </ul>
);

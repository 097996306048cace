import type { GatheredMarks as Gathered } from '#contract/strategies.ts';
import { Section } from './section.tsx';

/** What colleagues say of a pupil's strategies, by whom and when, and who has read them; at the pupil and among the papers of a review. */
export const GatheredMarks = ({ gathered, title }: { gathered: Gathered; title: string }) => (
  <Section title={title} aside={gathered.sentence}>
    {gathered.strategies.length === 0 ? (
      <p className="wm-second wm-inset">No strategy is written down yet. What works stands under Needs, in a line each.</p>
    ) : (
      <ul className="wm-list">
        {gathered.strategies.map(({ words, current, counts, marks }) => (
          <li key={`${words} ${current}`}>
            <div className="wm-strong">{words}</div>
            <p className="wm-second">{current ? counts : `${counts} · said of earlier words`}</p>
            {marks.map((mark) => (
              <p key={`${mark.by} ${mark.day}`} className="wm-second">
                {mark.words}: {mark.by}, {mark.dayWords}
                {mark.said ? `, “${mark.said}”` : ''}
              </p>
            ))}
          </li>
        ))}
      </ul>
    )}
    {gathered.readers.length ? (
      <p className="wm-foot">
        {gathered.readers.map(({ name, words }) => `${name}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`).join(' · ')}
      </p>
    ) : null}
  </Section>
);

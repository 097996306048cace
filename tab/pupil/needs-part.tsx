import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';

/** Needs in order of weight, each with its code and where it comes from. */
export const NeedsPart = ({ pupil }: { pupil: Pupil }) => (
  <Section title="Needs" aside={pupil.needs.length ? counted(pupil.needs.length, 'need') : undefined}>
    {pupil.needs.length ? (
      <ol className="wm-list">
        {pupil.needs.map((need) => (
          <li key={need.id} className="pupil-line">
            <div>
              <strong>{need.codeWords}</strong>
              {need.area ? <span className="wm-second"> · {need.area}</span> : null}
              <p>{need.words}</p>
              <p className="wm-second">{need.source ?? 'Source not known'}</p>
            </div>
            <span className="wm-second">{need.rank === 1 ? 'Primary need' : `Need ${need.rank}`}</span>
          </li>
        ))}
      </ol>
    ) : (
      <p className="pupil-none">No needs are recorded yet.</p>
    )}
  </Section>
);

import { Select } from '@fluentui/react-components';
import { useId } from 'react';
import type { PlanVersion, PlanVersions } from '#contract/plan-versions.ts';

import { changeQuery } from '../../kit/place.ts';
import { Section } from '../../kit/section.tsx';
import { counted } from '../../kit/stage-words.ts';
import { useAnswer } from '../../kit/use-answer.ts';
import { AnswerPart } from './answer-part.tsx';

type Props = { plan: string; version: number; against: number | null; others: PlanVersions['versions'] };

/** One version to read: what reads otherwise than in another, side by side, then all of it. */
export const OneVersion = ({ plan, version, against, others }: Props) => {
  const asked = useAnswer('planVersion', { plan, version: String(version) }, against === null ? {} : { against: String(against) });
  return (
    <AnswerPart title={`Version ${version}`} asked={asked}>
      {(answer) => (
        <>
          <Differences answer={answer} others={others} />
          <Whole answer={answer} />
        </>
      )}
    </AnswerPart>
  );
};

const Differences = ({ answer, others }: { answer: PlanVersion; others: Props['others'] }) => {
  const choice = useId();
  const { version, against, differences } = answer;
  if (others.length === 0) return null;
  const [earlier, later] = against !== null && against > version ? [version, against] : [against, version];
  return (
    <Section
      title="Side by side"
      end={
        <span className="pupil-version-against">
          <label htmlFor={choice}>Version {version} beside</label>
          <Select id={choice} size="small" value={String(against ?? '')} onChange={(_event, { value }) => changeQuery({ against: value })}>
            <option value="">no other</option>
            {others.map((other) => (
              <option key={other.version} value={String(other.version)}>
                version {other.version}
              </option>
            ))}
          </Select>
        </span>
      }
    >
      {against === null ? <p className="pupil-none">Choose a version to see what reads otherwise.</p> : null}
      {against !== null && differences.length === 0 ? <p className="pupil-none">Every passage reads the same.</p> : null}
      {against !== null && differences.length > 0 ? (
        <>
          <p className="pupil-none">{counted(differences.length, 'passage')} read otherwise.</p>
          <ul className="wm-list">
            {differences.map(({ tag, label, before, after }) => (
              <li key={tag} className="pupil-version-difference">
                <h3>{label}</h3>
                <Side title={`Version ${earlier}`} words={before} />
                <Side title={`Version ${later}`} words={after} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
};

const Side = ({ title, words }: { title: string; words: string | null }) => (
  <div>
    <p className="wm-second">{title}</p>
    <p className="pupil-version-words">{words ?? <span className="wm-second">not there</span>}</p>
  </div>
);

const Whole = ({ answer: { version, newest, passages, sources } }: { answer: PlanVersion }) => (
  <Section title={`Version ${version}, as it was made`} aside={newest ? 'the newest' : 'an old version'}>
    {passages.length ? (
      <dl className="pupil-version-whole">
        {passages.map(({ tag, label, text, sources: numbers }) => (
          <div key={tag}>
            <dt>{label}</dt>
            <dd className="pupil-version-words">
              {text}
              {numbers.length ? <span className="wm-second"> [{numbers.join(', ')}]</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    ) : (
      <p className="pupil-none">Its words stand in the file that was brought in.</p>
    )}
    {sources.length ? (
      <ol className="wm-foot pupil-version-sources">
        {sources.map(({ number, words, on }) => (
          <li key={number}>
            {number} {words}
            {on ? ` · ${on}` : ''}
          </li>
        ))}
      </ol>
    ) : null}
  </Section>
);

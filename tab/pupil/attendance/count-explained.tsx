import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useId } from 'react';
import type { RemovalCountShown } from '#contract/attendance.ts';
import { changeQuery, usePlace } from '../../kit/place.ts';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';

/** A number of school days with what it means; pressed, it shows the rule, what it counts and what stands beside it. */
export const CountExplained = ({ count }: { count: RemovalCountShown }) => {
  const open = usePlace().query.get('count') === count.id;
  const explanation = useId();
  return (
    <li>
      <button
        type="button"
        className="pupil-count"
        aria-expanded={open}
        aria-controls={explanation}
        onClick={() => changeQuery({ count: open ? '' : count.id })}
      >
        {open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
        <UrgencyMark urgency={count.urgency}>{count.title}</UrgencyMark>
      </button>
      {count.means ? <p className="pupil-count-means">{count.means}</p> : null}
      <div id={explanation} hidden={!open} className="pupil-count-why">
        <p>Counted {count.period}.</p>
        {count.rule ? <p>{count.rule}</p> : null}
        <Lines title="In the sum" lines={count.counted} />
        <Lines title="Beside the sum" lines={count.beside} />
        {count.citation ? <p className="wm-second">{count.citation}</p> : null}
        {count.unverified ? <UrgencyMark urgency="info">Not verified: {count.unverified}</UrgencyMark> : null}
        <p className="wm-second">Information, not legal advice.</p>
      </div>
    </li>
  );
};

const Lines = ({ title, lines }: { title: string; lines: RemovalCountShown['counted'] }) =>
  lines.length ? (
    <>
      <h3>{title}</h3>
      <ul className="pupil-count-lines">
        {lines.map(({ id, words, days }) => (
          <li key={id}>
            <span>{words}</span>
            <span className="wm-second">{days}</span>
          </li>
        ))}
      </ul>
    </>
  ) : null;

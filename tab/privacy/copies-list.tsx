import type { Urgency } from '#contract/fields.ts';
import type { Copy } from '#contract/privacy.ts';
import { UrgencyIcon } from '../kit/urgency-mark.tsx';

const SIGNS: Readonly<Record<'done' | 'not-possible' | 'told' | 'waits', readonly [Urgency, string]>> = {
  done: ['good', 'Done'],
  'not-possible': ['near', 'Not possible'],
  told: ['info', 'Beyond reach'],
  waits: ['later', 'To do'],
};

/** Every copy of a record, and what was or will be done with it. */
export const CopiesList = ({ copies, before = false }: { copies: readonly Copy[]; before?: boolean }) => (
  <ul className="privacy-rows">
    {copies.map(({ rank, words, outcome, outcomeWords }) => {
      const [urgency, sign] = SIGNS[outcome ?? 'waits'];
      return (
        <li key={rank} className="privacy-row">
          <span className="privacy-row-words">
            <strong>{words}</strong>
            {outcomeWords ? <span className="wm-second">{outcomeWords}</span> : null}
          </span>
          <span className="privacy-sign">
            <UrgencyIcon urgency={urgency} /> {before && outcome === null ? 'Will be erased' : sign}
          </span>
        </li>
      );
    })}
  </ul>
);

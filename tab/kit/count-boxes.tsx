import type { Urgency } from '#contract/fields.ts';
import { UrgencyIcon } from './urgency-mark.tsx';

/** How urgent, how many, of what, and what that means. */
export type CountBox = readonly [urgency: Urgency, number: number, words: string, detail: string];

/** A few counts side by side, each with its sign; what there is none of loses its urgency. */
export const CountBoxes = ({ boxes }: { boxes: readonly CountBox[] }) => (
  <ul className="wm-counts" aria-label="Counts">
    {boxes.map(([urgency, number, words, detail]) => (
      <li key={words} className="wm-section">
        <p>
          <UrgencyIcon urgency={number === 0 ? 'info' : urgency} /> <strong>{number.toLocaleString('en-GB')}</strong> {words}
        </p>
        <p className="wm-second">{detail}</p>
      </li>
    ))}
  </ul>
);

import type { CaseEvents } from '#contract/case-events.ts';
import { Section } from '../../kit/section.tsx';

/** What the law asks for without a number of days: at once, promptly, before. It has no clock, and no date is made up for it. */
export const CaseSteps = ({ steps }: { steps: CaseEvents['steps'] }) =>
  steps.length ? (
    <Section title="Asked for without a date" aside="The law names no number of days here.">
      <ul className="wm-list">
        {steps.map((step) => (
          <li key={`${step.title} ${step.called}`} className="case-step">
            <strong>{step.title}</strong>
            <p>{step.words}</p>
            <p className="wm-second">
              Called for by: {step.called}. {step.taken ? `Done: ${step.taken}.` : 'Not recorded as done.'} {step.citation}
              {step.unverified ? ` · Not verified: ${step.unverified}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  ) : null;

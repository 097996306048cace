import type { GuidancePage as Page } from '#contract/guidance.ts';
import type { GuidanceKindName } from '#domain/guidance/kinds.ts';
import { Section } from '../kit/section.tsx';
import { EntryActions } from './entry-actions.tsx';
import type { Over } from './guidance-page.tsx';

type Props = { page: Page; kind: GuidanceKindName; stale: boolean; onOver: (over: Over) => void };

/** What was retired, folded away, to be looked at and brought back. */
export const Retired = ({ page, kind, stale, onOver }: Props) => {
  const retired = page.entries.filter((entry) => entry.kind === kind && entry.retired);
  if (retired.length === 0) return null;
  return (
    <Section title="Retired" aside={retired.length}>
      <ul className="wm-list">
        {retired.map((entry) => (
          <li key={entry.id} className="guidance-strategy">
            <span>{entry.line}</span>
            <div className="guidance-actions">
              <EntryActions entry={entry} stale={stale} onOver={onOver} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

import type { Entry } from '#contract/record.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import type { RecordKind } from '#domain/record/kind.ts';
import { fieldsIn } from '#domain/record/kinds.ts';
import { useReach } from '../../kit/reach.ts';
import { namesIn, useChoosers, valueWords } from './choosers.ts';

/** What an entry says, field by field, to read; empty fields are left out. */
export const EntryFacts = ({ kind, entry }: { kind: RecordKind; entry: Entry }) => {
  const { me } = useReach();
  const names = { ...namesIn(useChoosers()), ...entry.names };
  const facts = fieldsIn(kind, nationOf(me.organisation.jurisdiction)).flatMap((field) => {
    const words = valueWords(field, entry.values[field.key], names);
    return words ? [{ key: field.key, label: field.label, words }] : [];
  });
  return facts.length ? (
    <dl className="record-facts">
      {facts.map(({ key, label, words }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  ) : (
    <p className="wm-second">What it says is not for you to see.</p>
  );
};

import { Select } from '@fluentui/react-components';
import type { Compliance } from '#contract/compliance.ts';
import { changeQuery, changeTyped } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { SearchField } from '../kit/search-field.tsx';
import { stageWords } from '../kit/stage-words.ts';
import { markWords, ofSide, type View } from './view.ts';

type Choice = { readonly value: string; readonly words: string };

/** What narrows the table; every choice is one that some row has. */
export const Narrow = ({ compliance, view }: { compliance: Compliance; view: View }) => {
  const { me } = useReach();
  const clocks = ofSide(compliance.clocks, view.side);
  const rules = choices(clocks.map(({ rule, ruleTitle }) => ({ value: rule, words: ruleTitle })));
  const stages = choices(clocks.map(({ pupil: { stage } }) => ({ value: stage, words: stageWords(stage, me.organisation.jurisdiction) })));
  const marks = choices(clocks.map(({ mark }) => ({ value: mark, words: markWords[mark] })));
  return (
    <>
      <One name="rule" label="Rule" value={view.rule} options={rules} />
      <One name="stage" label="Stage" value={view.stage} options={stages} />
      <One name="state" label="State" value={view.mark} options={marks} />
      <SearchField label={`Filter these ${clocks.length}`} words={view.words} onWords={changeTyped} />
    </>
  );
};

const choices = (all: readonly Choice[]): readonly Choice[] =>
  [...new Map(all.map((choice) => [choice.value, choice])).values()].sort((one, other) => one.words.localeCompare(other.words));

const One = ({ name, label, value, options }: { name: string; label: string; value: string; options: readonly Choice[] }) => (
  <Select
    size="small"
    aria-label={label}
    value={value}
    className="compliance-select"
    onChange={(_, change) => changeQuery({ [name]: change.value })}
  >
    <option value="">{label}: all</option>
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.words}
      </option>
    ))}
  </Select>
);

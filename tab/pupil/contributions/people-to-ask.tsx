import { Checkbox } from '@fluentui/react-components';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import type { AskableReply } from '#contract/contributions.ts';
import { ASKED_GROUPS } from '#domain/contributions/askable.ts';
import { askedGroupTitles } from '../../kit/asked-groups.ts';

type Person = AskableReply['people'][number];
type Props = { people: readonly Person[]; chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void };

const WAYS = { card: 'card in Teams', link: 'link by e-mail', letter: 'letter with a link, to print: no e-mail address' } as const;

/** Everybody around the pupil, group by group; who cannot be asked stands there with the reason, and cannot be ticked. */
export const PeopleToAsk = ({ people, chosen, onChoose }: Props) => {
  const choose = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    onChoose(next);
  };
  if (!people.length) return <p>Nobody is around this pupil yet: no classes, no team, no family in the record.</p>;
  return (
    <div className="asked-people">
      {ASKED_GROUPS.filter((group) => people.some((one) => one.group === group)).map((group) => (
        <fieldset key={group}>
          <legend>{askedGroupTitles[group]}</legend>
          <ul>
            {people
              .filter((one) => one.group === group)
              .map((one) => (
                <li key={one.key}>
                  <PersonLine one={one} on={chosen.has(one.key)} onChoose={(on) => choose(one.key, on)} />
                </li>
              ))}
          </ul>
        </fieldset>
      ))}
    </div>
  );
};

const PersonLine = ({ one, on, onChoose }: { one: Person; on: boolean; onChoose: (on: boolean) => void }) => {
  if (one.door === null)
    return (
      <p className="asked-cannot">
        <ProhibitedRegular aria-hidden />
        <span>
          {one.name}
          {one.words ? `, ${one.words}` : ''}: <strong>{one.cannot}</strong>
        </span>
      </p>
    );
  return (
    <Checkbox
      checked={on}
      onChange={(_, { checked }) => onChoose(checked === true)}
      label={
        <>
          {one.name}
          <span className="wm-second"> {[one.words, WAYS[one.door], one.waiting].filter(Boolean).join(' · ')}</span>
        </>
      }
    />
  );
};

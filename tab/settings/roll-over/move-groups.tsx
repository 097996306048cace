import { Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { RollOver } from '#contract/roll-over.ts';
import { Section } from '../../kit/section.tsx';
import { counted } from '../../kit/stage-words.ts';
import { type Doing, SmallButton } from './doing.tsx';

type Props = { page: RollOver; busy: boolean; doing: Doing };
type Group = RollOver['groups'][number];
type Pupil = Group['pupils'][number];

/** This year's classes, those with a doubt first; each opens to its pupils. */
export const MoveGroups = ({ page, busy, doing }: Props) => {
  const doubtful = ({ pupils }: Group) => pupils.some(({ sort }) => sort === 'doubt');
  const groups = [...page.groups.filter(doubtful), ...page.groups.filter((group) => !doubtful(group))];
  return (
    <Section title="Class by class" aside={counted(groups.length, 'class', 'classes')}>
      <ul className="wm-list">
        {groups.map((group) => (
          <li key={group.name}>
            <OneGroup group={group} page={page} busy={busy} doing={doing} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const wordsOf = ({ sort, to, why }: Pupil): string => {
  if (sort === 'doubt') return why;
  if (sort === 'leaves') return 'leaves';
  return sort === 'repeats' ? `again in ${to ?? 'no class'}` : `to ${to}`;
};

/** `28 to 6 Oak, 1 leaves`: what becomes of a class in one line. */
const summaryOf = ({ pupils }: Group): string => {
  const counts = new Map<string, number>();
  for (const pupil of pupils) counts.set(wordsOf(pupil), (counts.get(wordsOf(pupil)) ?? 0) + 1);
  return [...counts]
    .map(([words, count]) => (words.startsWith('There') || words.startsWith('In') ? `${count} in doubt: ${words}` : `${count} ${words}`))
    .join(', ');
};

const OneGroup = ({ group, page, busy, doing }: Props & { group: Group }) => {
  const [open, setOpen] = useState(false);
  const inDoubt = group.pupils.some(({ sort }) => sort === 'doubt');
  return (
    <details className="roll-group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="wm-strong">{group.name}</span> · {counted(group.pupils.length, 'pupil')} ·{' '}
        <span className={inDoubt ? 'roll-doubt' : 'wm-second'}>{summaryOf(group)}</span>
      </summary>
      {open ? (
        <div className="roll-inside">
          <AllOfThem group={group} page={page} busy={busy} doing={doing} />
          <ul className="wm-list">
            {group.pupils.map((pupil) => (
              <OnePupil key={pupil.id} pupil={pupil} page={page} busy={busy} doing={doing} />
            ))}
          </ul>
        </div>
      ) : null}
    </details>
  );
};

/** The whole class into one other, which may be a new one. */
const AllOfThem = ({ group, page, busy, doing }: Props & { group: Group }) => {
  const [to, setTo] = useState('');
  const names = useId();
  const settle = () =>
    void doing(
      'settleMoves',
      { body: { school: page.school, version: page.version, pupils: group.pupils.map(({ id }) => id), sort: 'moves', to: to.trim() } },
      `All of ${group.name} go to ${to.trim()}`,
    );
  return (
    <div className="settings-buttons">
      <label className="roll-all">
        All of {group.name} to
        <input
          className="roll-field"
          list={names}
          value={to}
          maxLength={40}
          onChange={(event) => setTo(event.target.value)}
          placeholder="a class, or a new one"
        />
      </label>
      <datalist id={names}>
        {page.classes.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SmallButton disabled={busy || to.trim() === ''} onClick={settle}>
        Settle all
      </SmallButton>
    </div>
  );
};

const BY_RULE = 'rule';

const OnePupil = ({ pupil, page, busy, doing }: Props & { pupil: Pupil }) => {
  const settled = pupil.why === 'Settled by hand';
  const value = settled ? (pupil.sort === 'moves' ? `to:${pupil.to}` : pupil.sort) : BY_RULE;
  const settle = (chosen: string) => {
    const to = chosen.startsWith('to:') ? chosen.slice(3) : null;
    const sort = to !== null ? 'moves' : chosen === BY_RULE ? null : chosen;
    const body = { school: page.school, version: page.version, pupils: [pupil.id], sort, to };
    void doing('settleMoves', { body }, `${pupil.name} is settled`);
  };
  return (
    <li className="roll-pupil">
      <span>
        {pupil.name}
        {pupil.caseRef ? <span className="wm-second"> · {pupil.caseRef}</span> : null}
      </span>
      <span className={pupil.sort === 'doubt' ? 'roll-doubt' : 'wm-second'}>
        {wordsOf(pupil)}
        {pupil.sort !== 'doubt' && pupil.why ? ` · ${pupil.why}` : ''}
      </span>
      <Select
        size="small"
        aria-label={`What becomes of ${pupil.name}`}
        value={value}
        disabled={busy}
        onChange={(_, chosen) => settle(chosen.value)}
      >
        <option value={BY_RULE}>As the rule says</option>
        <option value="repeats">The same year again</option>
        <option value="leaves">Leaves</option>
        {page.classes.map(({ name }) => (
          <option key={name} value={`to:${name}`}>
            To {name}
          </option>
        ))}
      </Select>
    </li>
  );
};

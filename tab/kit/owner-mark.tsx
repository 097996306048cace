import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import type { Owner } from '#contract/people.ts';

/** `RO` of *Ruth Okafor*: first letters of the first and last word. */
export const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && word !== 'Dr');
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
};

/** A round sign with initials beside a name that says the same. */
export const Initials = ({ name }: { name: string }) => (
  <span className="wm-initials" aria-hidden>
    {initialsOf(name)}
  </span>
);

/** Who owes it: the reader in bold, an organisation with a building, people with initials where there is room. */
export const OwnerMark = ({ owner, reader, withInitials = true }: { owner: Owner; reader?: string; withInitials?: boolean }) => (
  <span className="wm-owner">
    {owner.kind === 'organisation' ? <BuildingRegular className="wm-owner-icon" aria-hidden /> : null}
    {owner.kind !== 'organisation' && withInitials ? <Initials name={owner.kind === 'you' ? (reader ?? 'You') : owner.words} /> : null}
    <span className={owner.kind === 'you' ? 'wm-strong wm-cut' : 'wm-cut'}>{owner.kind === 'you' ? 'You' : owner.words}</span>
  </span>
);

import { Button } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Found } from '#contract/caseload.ts';
import { useReach } from './reach.ts';
import { SearchField } from './search-field.tsx';
import { stageWords, yearWords } from './stage-words.ts';

export type FoundPupil = Found['pupils'][number];

const PAUSE_MS = 120;

/** What the API finds for some words, asked when the reader pauses; null while the words are too few or nothing has come yet. */
const useFound = (words: string): readonly FoundPupil[] | null => {
  const { answers } = useReach();
  const [found, setFound] = useState<{ words: string; pupils: readonly FoundPupil[] } | null>(null);
  const asked = words.trim();
  useEffect(() => {
    if (asked.length < 2) return;
    const timer = setTimeout(async () => {
      await answers.ask('find', { body: { words: asked } });
      const answer = answers.peek('find', { body: { words: asked } }).answer;
      if (answer) setFound({ words: asked, pupils: answer.pupils });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [answers, asked]);
  return asked.length >= 2 && found ? found.pupils : null;
};

type Props = {
  label: string;
  onChoose: (pupil: FoundPupil) => void;
  className?: string;
  /** Where there is no room for the field: one button that calls this instead. */
  collapsed?: (() => void) | null;
  autoFocus?: boolean;
};

const detailOf = (pupil: FoundPupil, jurisdiction: string): string =>
  [
    pupil.className ?? yearWords(pupil.yearGroup, jurisdiction),
    pupil.stage === 'none' ? null : stageWords(pupil.stage, jurisdiction),
    pupil.caseRef,
  ]
    .filter(Boolean)
    .join(' · ');

/** A field that finds a pupil by name, class or case as one types; arrows choose, Enter takes, Esc closes. */
export const FindPupil = ({ label, onChoose, className, collapsed, autoFocus }: Props) => {
  const { me, announce } = useReach();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const found = useFound(words);
  const showing = open && found !== null;
  useEffect(() => {
    if (found && open) announce(found.length === 1 ? '1 pupil found' : `${found.length} pupils found`);
  }, [found, open, announce]);

  if (collapsed)
    return <Button size="small" appearance="transparent" icon={<SearchRegular />} aria-label={label} onClick={collapsed} data-find />;

  const choose = (pupil: FoundPupil) => {
    setOpen(false);
    setWords('');
    onChoose(pupil);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && (showing || words)) {
      event.stopPropagation();
      setOpen(false);
      setWords('');
    }
    if (!showing || !found.length) return;
    if (event.key === 'ArrowDown') setAt((at + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % found.length);
    else if (event.key === 'Enter') choose(found[at] ?? found[0]!);
    else return;
    event.preventDefault();
  };
  return (
    <span className={`wm-find ${className ?? ''}`}>
      <SearchField
        label={label}
        words={words}
        field={field}
        data-find
        autoFocus={autoFocus}
        onWords={(next) => {
          setWords(next);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={press}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        role="combobox"
        aria-expanded={showing}
        aria-controls={list}
        aria-autocomplete="list"
        {...(showing && found.length ? { 'aria-activedescendant': `${list}-${at}` } : {})}
      />
      <div className="wm-find-list" id={list} role="listbox" aria-label="Pupils found" hidden={!showing}>
        {found?.map((pupil, index) => (
          // mousedown would blur the field and close the list before the click arrives
          <div
            key={pupil.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="wm-find-option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(pupil)}
            onKeyDown={press}
          >
            <span className="wm-strong">{pupil.name}</span>
            <span className="wm-second">{detailOf(pupil, me.organisation.jurisdiction)}</span>
          </div>
        ))}
        {showing && !found.length ? (
          <div className="wm-find-none" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
            No pupil of yours matches “{words.trim()}”.
          </div>
        ) : null}
      </div>
    </span>
  );
};

import { type KeyboardEvent, useRef } from 'react';
import { classesOf } from './classes.ts';

type Props<V extends string> = {
  /** What is being chosen, for a screen reader. */
  label: string;
  value: V;
  options: readonly { readonly value: V; readonly words: string }[];
  onChoose: (value: V) => void;
  className?: string;
};

/**
 * Tabs in Fluent's look: one tab stop, arrows move, Enter or Space chooses. Our own because Fluent's brings its whole focus engine with it,
 * a seventh of what the caseload may weigh.
 */
export const Tabs = <V extends string>({ label, value, options, onChoose, className }: Props<V>) => {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined || !tabs.length) return;
    event.preventDefault();
    tabs[(next + tabs.length) % tabs.length]?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={classesOf('wm-tabs', className)} ref={list} onKeyDown={onKey} tabIndex={-1}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="tab"
          aria-selected={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          className="wm-tab"
          onClick={() => onChoose(option.value)}
        >
          <TabWords words={option.words} />
        </button>
      ))}
    </div>
  );
};

/** The words twice, once unseen and bold, so that nothing moves when the chosen one becomes bold. */
export const TabWords = ({ words }: { words: string }) => (
  <span className="wm-tab-words" data-words={words}>
    {words}
  </span>
);

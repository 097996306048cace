import { useEffect, useRef } from 'react';

const LETTERS = 'waymark.single-letter-keys';

/** Whether single letters do anything; a reader who types by voice turns them off in Settings. */
export const lettersAreOn = (): boolean => {
  try {
    return window.localStorage.getItem(LETTERS) !== 'off';
  } catch {
    return true; // storage is shut in some embedded frames
  }
};

/** Turns single letters on or off on this device. */
export const turnLetters = (on: boolean): void => {
  try {
    window.localStorage.setItem(LETTERS, on ? 'on' : 'off');
  } catch {
    // the choice then holds for nothing; the switch shows its old state on the next visit
  }
};

const FIELDS =
  'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable=true], [role=combobox], [role=listbox], [role=menu]';

/** True where a key press is a single letter that belongs to the page and not to a field, a menu or the browser. */
export const isLetterForPage = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  event.key.length === 1 &&
  lettersAreOn() &&
  !(event.target instanceof Element && event.target.closest(FIELDS));

/** Single letters of one page, by lower-case letter. They rest while a dialog is open. */
export const usePageKeys = (keys: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const deed = isLetterForPage(event) ? latest.current[event.key.toLowerCase()] : undefined;
      if (!deed || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};

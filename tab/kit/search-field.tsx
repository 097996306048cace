import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import type { InputHTMLAttributes, Ref } from 'react';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  label: string;
  words: string;
  onWords: (words: string) => void;
  field?: Ref<HTMLInputElement>;
};

/** A small search box with its name as placeholder, and a cross to empty it. */
export const SearchField = ({ label, words, onWords, field, className, ...rest }: Props) => (
  <span className={`wm-search ${className ?? ''}`}>
    <SearchRegular aria-hidden className="wm-search-icon" />
    <input
      type="text"
      ref={field}
      value={words}
      onChange={(event) => onWords(event.target.value)}
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      {...rest}
    />
    {words ? (
      <button type="button" className="wm-search-clear" aria-label={`Clear ${label}`} onClick={() => onWords('')}>
        <DismissRegular aria-hidden />
      </button>
    ) : null}
  </span>
);

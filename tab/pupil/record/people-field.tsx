import { Combobox, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { Field } from '#domain/record/kind.ts';
import { useAnswer } from '../../kit/use-answer.ts';

type Typed = string | readonly string[];

/** More names than this are looked through by typing, not by scrolling. */
const SHOWN = 40;

/** One colleague, or several: found by any part of a name or a job. */
export const PeopleField = ({ field, typed, onType, ...given }: { field: Field; typed: Typed; onType: (typed: Typed) => void }) => {
  const { answer } = useAnswer('colleagues');
  const [words, setWords] = useState<string | null>(null);
  const many = field.type === 'people';
  const chosen = typeof typed === 'string' ? (typed ? [typed] : []) : typed;
  const people = answer?.people ?? [];
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? (answer ? 'Someone who has left' : '…');
  const asked = (words ?? '').trim().toLowerCase();
  const found = people.filter(({ name, words: work }) => `${name} ${work}`.toLowerCase().includes(asked));
  return (
    <Combobox
      {...given}
      size="small"
      multiselect={many}
      clearable={!many}
      selectedOptions={[...chosen]}
      value={words ?? chosen.map(nameOf).join(', ')}
      placeholder="Type a name or a job"
      onChange={(event) => setWords(event.target.value)}
      onBlur={() => setWords(null)}
      onOptionSelect={(_, now) => {
        setWords(null);
        onType(many ? now.selectedOptions : (now.selectedOptions[0] ?? ''));
      }}
    >
      {found.slice(0, SHOWN).map(({ id, name, words: work }) => (
        <Option key={id} value={id} text={name}>
          {name}
          <span className="wm-second record-person-work">{work}</span>
        </Option>
      ))}
      {found.length ? null : (
        <Option value="" text="" disabled>
          {answer ? `Nobody here matches “${asked}”.` : 'Names are on their way.'}
        </Option>
      )}
    </Combobox>
  );
};

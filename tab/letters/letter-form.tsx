import { Field, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import type { LetterDraft, Letters } from '#contract/letters.ts';
import type { Own } from './write-letter.tsx';

type Props = {
  letters: Letters;
  draft: LetterDraft;
  to: string;
  chosen: Readonly<Record<string, string>>;
  own: Own;
  /** A letter that was filed keeps its addressee, language and meeting. */
  fixed: boolean;
  faults: readonly { readonly field: string; readonly reason: string }[];
  onOwn: (key: string, text: string) => void;
  onChoose: (changes: Readonly<Record<string, string>>) => void;
};

/** Whom the letter is for, in which language, about which meeting; and the fields a person writes. */
export const LetterForm = ({ letters, draft, to, chosen, own, fixed, faults, onOwn, onChoose }: Props) => {
  const faultOf = (field: string) => {
    const fault = faults.find((one) => one.field === field || one.field === `own.${field}`);
    return fault ? { validationMessage: sentence(fault.reason) } : {};
  };
  return (
    <div className="letters-form">
      {draft.to === 'authority' ? null : <Whom letters={letters} draft={draft} to={to} fixed={fixed} onChoose={onChoose} />}
      <Meeting letters={letters} draft={draft} fixed={fixed} onChoose={onChoose} />
      {draft.askInterpreter ? (
        <Field label="Is an interpreter needed for this meeting?" required hint={draft.askInterpreter.words} {...faultOf('interpreter')}>
          <RadioGroup layout="horizontal" value={chosen.interpreter ?? ''} onChange={(_, { value }) => onChoose({ interpreter: value })}>
            <Radio value="yes" label="Yes" />
            <Radio value="no" label="No" />
          </RadioGroup>
        </Field>
      ) : null}
      {draft.own.map((field) => (
        <Field key={field.key} label={field.label} hint={field.help} required={field.required} {...faultOf(field.key)}>
          {field.choices.length ? (
            <Select value={chosen.choice ?? own[field.key] ?? field.proposed} onChange={(_, { value }) => onChoose({ choice: value })}>
              {field.choices.map(({ value, words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          ) : (
            <Textarea
              rows={field.rows}
              resize="vertical"
              maxLength={4000}
              value={own[field.key] ?? ''}
              onChange={(_, { value }) => onOwn(field.key, value)}
            />
          )}
        </Field>
      ))}
    </div>
  );
};

const sentence = (reason: string): string => (/^[a-z]/.test(reason) ? `This ${reason}.` : reason);

type Part = Pick<Props, 'letters' | 'draft' | 'fixed' | 'onChoose'>;

const Whom = ({ letters, draft, to, fixed, onChoose }: Part & { to: string }) => {
  const who = letters.addressees.find((one) => one.to === to);
  return (
    <>
      <Field label="To" required hint={letters.rights.words}>
        <Select value={to} disabled={fixed} onChange={(_, { value }) => onChoose({ to: value, language: '', interpreter: '' })}>
          {letters.addressees.map(({ to: one, name, words, blocked }) => (
            <option key={one} value={one} disabled={blocked !== null}>
              {name}, {words}
              {blocked === null ? '' : ` (must not be contacted: ${blocked})`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Language" required {...(who ? { hint: who.languageWords } : {})}>
        <Select value={draft.letter.language} disabled={fixed} onChange={(_, { value }) => onChoose({ language: value })}>
          {letters.languages.map(({ language, name, own, reviewed, outdated }) => (
            <option key={language} value={language}>
              {name === own ? name : `${name}, ${own}`}
              {language === 'en' || (reviewed && !outdated) ? '' : ' (not yet reviewed)'}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
};

const Meeting = ({ letters, draft, fixed, onChoose }: Part) => {
  const about = letters.kinds.find(({ kind }) => kind === draft.kind)?.about;
  const fit = letters.meetings.filter(({ state }) => state === (about === 'booked-meeting' ? 'booked' : 'held'));
  if (!about || fit.length === 0) return null;
  return (
    <Field label={about === 'booked-meeting' ? 'Booked meeting' : 'Meeting that was held'}>
      <Select value={draft.meeting ?? ''} disabled={fixed} onChange={(_, { value }) => onChoose({ meeting: value })}>
        {fit.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
};

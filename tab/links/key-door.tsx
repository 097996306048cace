import { type FormEvent, useState } from 'react';
import { readLetterKey } from '#domain/access/letter-key.ts';
import { ask, isTrouble } from './visit-calls.ts';
import type { Words } from './words.ts';

/** Takes the key that somebody copies from a letter. A key that opens nothing is said here, so that it can be looked at again. */
export const KeyDoor = ({ words, onDoor }: { words: Words; onDoor: (key: string) => void }) => {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState('');
  const goOn = async (event: FormEvent) => {
    event.preventDefault();
    const key = readLetterKey(typed);
    if (!key) return setFailed(words.keyWrong);
    setBusy(true);
    const door = await ask('open', { token: key });
    setBusy(false);
    if (!isTrouble(door)) return onDoor(key);
    setFailed(door.trouble.words || words.noConnection);
  };
  return (
    <form onSubmit={goOn} noValidate>
      <h1>{words.keyTitle}</h1>
      <p>{words.keyWords}</p>
      <label htmlFor="key">{words.keyLabel}</label>
      <input
        id="key"
        className="visit-code visit-key"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        maxLength={60}
        value={typed}
        aria-invalid={failed !== ''}
        {...(failed ? { 'aria-describedby': 'visit-failed' } : {})}
        onChange={(event) => setTyped(event.target.value)}
      />
      {failed ? (
        <p className="visit-failed" role="alert" id="visit-failed" dir="auto">
          {failed}
        </p>
      ) : null}
      <div className="visit-buttons">
        <button type="submit" className="visit-send" disabled={busy}>
          {words.goOn}
        </button>
      </div>
    </form>
  );
};

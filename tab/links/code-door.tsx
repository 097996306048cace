import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { VisitDoor, VisitPage } from '#contract/visits.ts';
import { ask, isTrouble } from './visit-calls.ts';
import type { Words } from './words.ts';

type Props = { token: string; door: VisitDoor; ranOut: boolean; words: Words; onIn: (visit: string, page: VisitPage) => void };

/** Asks for a code and takes it; where the link came on paper the code is in the letter, or is read out on the telephone. Nothing of any child stands here. */
export const CodeDoor = ({ token, door, ranOut, words, onIn }: Props) => {
  const [minutes, setMinutes] = useState<number | null>(null);
  const onPaper = door.codeBy === 'letter';
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (minutes !== null) field.current?.focus();
  }, [minutes]);

  const sendCode = async () => {
    setBusy(true);
    setFailed('');
    const sent = await ask('code', { token });
    setBusy(false);
    if (isTrouble(sent)) setFailed(sent.trouble.words || words.noConnection);
    else setMinutes(sent.minutes);
    setCode('');
  };
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    const typed = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(typed)) return setFailed(words.codeWrong);
    setBusy(true);
    setFailed('');
    const entered = await ask('enter', { token, code: typed });
    setBusy(false);
    if (!isTrouble(entered)) return onIn(entered.visit, entered.page);
    setFailed(entered.trouble.words || words.noConnection);
    field.current?.select();
  };
  const wrong = failed ? (
    <p className="visit-failed" role="alert" id="visit-failed" dir="auto">
      {failed}
    </p>
  ) : null;
  if (minutes === null && !onPaper)
    return (
      <>
        <h1>{words.doorTitle}</h1>
        <p>{ranOut ? words.runOut : words.doorWords(door.sentTo)}</p>
        {wrong}
        <button type="button" className="visit-send" disabled={busy} onClick={sendCode}>
          {busy ? words.sending : words.sendCode}
        </button>
      </>
    );
  return (
    <form onSubmit={enter} noValidate>
      <h1>{words.doorTitle}</h1>
      <p role="status">{minutes === null ? words.codeOnPaper : words.codeSent(door.sentTo, minutes)}</p>
      <label htmlFor="code">{words.codeLabel}</label>
      <input
        ref={field}
        id="code"
        className="visit-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        maxLength={10}
        value={code}
        aria-invalid={failed !== ''}
        {...(failed ? { 'aria-describedby': 'visit-failed' } : {})}
        onChange={(event) => setCode(event.target.value)}
      />
      {wrong}
      <div className="visit-buttons">
        {onPaper ? null : (
          <button type="button" className="visit-plain-button" disabled={busy} onClick={sendCode}>
            {words.newCode}
          </button>
        )}
        <button type="submit" className="visit-send" disabled={busy}>
          {words.goOn}
        </button>
      </div>
      {onPaper ? <p className="visit-quiet">{words.newCodeByPhone}</p> : null}
    </form>
  );
};

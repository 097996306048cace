import { Button, Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { FailedBar } from '../kit/states.tsx';

type Props = {
  label: string;
  button: string;
  hint?: string;
  busy: boolean;
  failed: CallFailed | null;
  onSend: (reason: string) => void;
  /** Further fields, above the button. */
  children?: ReactNode;
  /** What is still missing besides the reason, in words. */
  missing?: string | null;
};

/** A reason and a button: nothing about privacy is done without saying why. The button says what is missing while something is. */
export const ReasonForm = ({ label, hint, button, busy, failed, onSend, children, missing = null }: Props) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const lacks = reason.trim() === '' ? 'Say why.' : null;
  return (
    <form
      className="privacy-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!lacks && !missing) onSend(reason.trim());
      }}
    >
      {failed ? <FailedBar failed={failed} /> : null}
      {children}
      <Field label={label} required {...(hint ? { hint } : {})} {...(tried && lacks ? { validationMessage: lacks } : {})}>
        <Textarea value={reason} onChange={(_, { value }) => setReason(value)} maxLength={4000} resize="vertical" />
      </Field>
      {tried && missing ? (
        <p className="privacy-missing" role="alert">
          {missing}
        </p>
      ) : null}
      <div>
        <Button type="submit" disabled={busy}>
          {button}
        </Button>
      </div>
    </form>
  );
};

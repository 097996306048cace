import { Button, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { WatchedClock } from '#contract/compliance.ts';
import { PressLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';

/** Why a date was not kept: shown where it was said, asked for where it was not. The date stays late either way. */
export const LateReason = ({ clock, off, onSaved }: { clock: WatchedClock; off: boolean; onSaved: () => void }) => {
  const { answers, announce } = useReach();
  const [words, setWords] = useState<string | null>(null);
  const [trouble, setTrouble] = useState('');
  if (clock.mark !== 'late' && clock.mark !== 'met-late') return null;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!words?.trim()) return setTrouble('Say in a few words why it was late.');
    try {
      await answers.change('lateReason', { path: { clock: clock.clock }, body: { words: words.trim() } });
      announce('The reason is kept.');
      setWords(null);
      setTrouble('');
      onSaved();
    } catch (fault) {
      setTrouble((fault as CallFailed).message);
    }
  };

  if (words === null)
    return (
      <p className="wm-second">
        {clock.reason ? `Reason: ${clock.reason} ` : ''}
        {off ? null : <PressLink onPress={() => setWords(clock.reason ?? '')}>{clock.reason ? 'Change' : 'Say why it was late'}</PressLink>}
      </p>
    );
  return (
    <form className="compliance-reason" onSubmit={save}>
      <Input
        size="small"
        value={words}
        onChange={(_, { value }) => setWords(value)}
        aria-label={`Why ${clock.title} was late`}
        maxLength={500}
        autoFocus
      />
      <Button size="small" type="submit">
        Save
      </Button>
      <Button size="small" appearance="subtle" onClick={() => setWords(null)}>
        Cancel
      </Button>
      {trouble ? (
        <p className="wm-second" role="alert">
          {trouble}
        </p>
      ) : null}
    </form>
  );
};

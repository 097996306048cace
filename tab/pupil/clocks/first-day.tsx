import { Button, Field, Input } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { CaseEvents } from '#contract/case-events.ts';
import { freshId } from '../../kit/fresh-id.ts';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { FailedBar } from '../../kit/states.tsx';
import { useDeed } from '../../kit/use-deed.ts';

type Props = { pupil: string; unknown: NonNullable<CaseEvents['unknown']>; onSaved: () => void };

/** A case whose first day nobody knows yet: no date is made up; the day is asked for where it would stand. */
export const FirstDay = ({ pupil, unknown: { kind, words }, onSaved }: Props) => {
  const { me } = useReach();
  const { busy, failed, run } = useDeed();
  const [on, setOn] = useState('');
  const request = useRef(freshId());
  const save = async () => {
    if (await run('recordEvent', { path: { pupil }, body: { id: request.current, said: { kind, on } } }, 'Recorded. The dates are counted'))
      onSaved();
  };
  return (
    <Section title="No date yet">
      <form
        className="case-first-day"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {failed ? <FailedBar failed={failed} /> : null}
        <p>We need {words}.</p>
        <Field label={`${words.charAt(0).toUpperCase()}${words.slice(1)}`} size="small">
          <Input size="small" type="date" value={on} max={me.today} onChange={(_, { value }) => setOn(value)} />
        </Field>
        <Button size="small" type="submit" disabled={busy || on === ''}>
          Record it
        </Button>
      </form>
    </Section>
  );
};

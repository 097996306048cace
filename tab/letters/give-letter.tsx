import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { FiledLetter } from '#contract/letters.ts';
import { freshId } from '../kit/fresh-id.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar } from '../kit/states.tsx';
import { useDeed } from '../kit/use-deed.ts';

const SAID = { link: 'The letter with the link is on its way', post: 'Noted: sent by post', hand: 'Noted: given by hand' } as const;

/** How a letter went out: as a link that asks for a code, or on paper. Somebody who must not be contacted is sent nothing. */
export const GiveLetter = ({ filed: { line, noLink }, stale, again }: { filed: FiledLetter; stale: boolean; again: () => void }) => {
  const { answers, me } = useReach();
  const { busy, failed, run } = useDeed();
  const [on, setOn] = useState<string>(me.today);
  const give = async (how: keyof typeof SAID) => {
    const body = { request: freshId(), how, on: how === 'link' ? me.today : on };
    const now = await run('giveLetter', { path: { letter: line.id }, body }, SAID[how]);
    if (!now) return;
    answers.put('letter', { path: { letter: line.id } }, now);
    again();
  };
  return (
    <Section title="Sending it" aside={line.given ?? 'not sent yet'}>
      {failed ? <FailedBar failed={failed} /> : null}
      <div className="letters-form">
        <div>
          <Button size="small" appearance="primary" disabled={busy || stale || noLink !== null} onClick={() => void give('link')}>
            Send as a link
          </Button>
          <p className="wm-second">
            {noLink ??
              'They get an e-mail without the child’s name, open the page and type a code; then the letter is shown in its language.'}
          </p>
        </div>
        <Field label="Or on paper, on">
          <Input type="date" value={on} max={me.today} onChange={(_, { value }) => setOn(value)} />
        </Field>
        <div className="letters-foot">
          <Button size="small" disabled={busy || stale || !on} onClick={() => void give('post')}>
            Sent by post
          </Button>
          <Button size="small" disabled={busy || stale || !on} onClick={() => void give('hand')}>
            Given by hand
          </Button>
        </div>
      </div>
    </Section>
  );
};

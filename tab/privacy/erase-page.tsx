import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Copies } from '#contract/privacy.ts';
import { freshId } from '../kit/fresh-id.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';
import { Bar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { CopiesList } from './copies-list.tsx';
import { ReasonForm } from './reason-form.tsx';
import './privacy.css';

/** Every copy of a record, before anybody asks for its erasure; then who asks says why. */
export const ErasePage = ({ id }: { id: string }) => {
  const asked = useAnswer('copies', { pupil: id });
  return (
    <WholePage title="Every copy" asked={asked}>
      {(copies) => (
        <div className="wm-page wm-stack">
          <PageHeader
            title="Every copy"
            windowTitle={`Every copy, ${copies.caseRef ?? 'pupil'}`}
            path={<PageLink to={`/tab/pupil/${id}/privacy`}>{`${copies.name}, privacy`}</PageLink>}
            aside={`${counted(copies.copies.length, 'place', 'places')} · nothing is erased yet`}
          />
          {copies.cannot ? <Bar urgency="near">{copies.cannot}</Bar> : <Ask pupil={id} copies={copies} />}
          <Section title="Where the record is">
            <CopiesList copies={copies.copies} before />
          </Section>
        </div>
      )}
    </WholePage>
  );
};

const Ask = ({ pupil, copies }: { pupil: string; copies: Copies }) => {
  const { me } = useReach();
  const { busy, failed, run } = useDeed();
  const [id] = useState(freshId);
  const [ground, setGround] = useState<'retention' | 'asked' | 'mistake'>(copies.onRoll ? 'asked' : 'retention');
  const [keepRoll, setKeepRoll] = useState(copies.keepRoll.proposed);
  const [toldOn, setToldOn] = useState('');
  const send = async (reason: string) => {
    const body = { id, ground, reason, keepRoll, toldOn: toldOn || null };
    const made = await run('askErasure', { path: { pupil }, body }, 'The erasure is asked for. A second person confirms it.');
    if (made) go(`/tab/privacy/erasures/${made.id}`);
  };
  return (
    <Section title="Ask for the erasure" aside="Nothing happens before a second person confirms it.">
      <ReasonForm
        label="Why"
        hint="It stays when the record is gone: no names."
        button="Ask for the erasure"
        busy={busy}
        failed={failed}
        onSend={send}
      >
        <Field label="Ground">
          <Select value={ground} onChange={(_, { value }) => setGround(value as typeof ground)}>
            <option value="retention">Its time has run out</option>
            <option value="asked">The family asked, and nothing requires it to be kept</option>
            <option value="mistake">It was opened by mistake</option>
          </Select>
        </Field>
        <Field hint={copies.keepRoll.why}>
          <Checkbox label="Keep the entry on the roll" checked={keepRoll} onChange={(_, { checked }) => setKeepRoll(checked === true)} />
        </Field>
        {copies.tellFamily ? (
          <Field label="The parent was told on" hint="Before a record is destroyed (34 CFR 300.624).">
            <Input type="date" value={toldOn} max={me.today} onChange={(_, { value }) => setToldOn(value)} />
          </Field>
        ) : null}
      </ReasonForm>
    </Section>
  );
};

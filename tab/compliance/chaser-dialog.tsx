import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useRef, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { Chaser } from '#contract/chasers.ts';
import { type ChaserWay, chaserSubject, chaserText } from '#domain/compliance/chaser.ts';
import type { Answers } from '../kit/answers.ts';
import { freshId } from '../kit/fresh-id.ts';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import './chaser.css';

type Props = { clock: string; onClose: () => void };

/** *Read and send a chaser*: the text that goes to whoever owes a date, read and changed before anything leaves. */
export const ChaserDialog = ({ clock, onClose }: Props) => {
  const { answer, failed, again } = useAnswer('chaser', { clock });
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className="chaser-surface">
        {answer ? (
          <Letter key={clock} chaser={answer} onClose={onClose} />
        ) : (
          <DialogBody>
            <DialogTitle action={<Close onClose={onClose} />}>Chase a date</DialogTitle>
            <DialogContent>{failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows rows={5} />}</DialogContent>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
};

const Close = ({ onClose }: { onClose: () => void }) => (
  <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />
);

const SOMEBODY_ELSE = '';

/** Has the page behind the dialog read anew: the pupil's, or the dates of the period that it shows. */
const readAnew = (answers: Answers): void => {
  const pupil = /^\/tab\/pupil\/([0-9a-f-]{36})/.exec(window.location.pathname)?.[1];
  if (pupil) void answers.ask('pupil', { path: { pupil } });
  else void answers.ask('compliance', { query: { period: new URLSearchParams(window.location.search).get('period') || 'term' } });
};

const Letter = ({ chaser, onClose }: { chaser: Chaser; onClose: () => void }) => {
  const { answers, announce } = useReach();
  const { facts, recipients } = chaser;
  const [way, setWay] = useState<ChaserWay>('email');
  const [person, setPerson] = useState(recipients[0]?.id ?? SOMEBODY_ELSE);
  const [typed, setTyped] = useState({ name: '', email: '' });
  const [subject, setSubject] = useState(() => chaserSubject(facts));
  const [own, setOwn] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const request = useRef(freshId());

  const known = recipients.find(({ id }) => id === person);
  const name = known?.name ?? typed.name.trim();
  const words = own ?? chaserText(facts, name, way);
  const noAddress = way === 'email' && known !== undefined && !known.email;

  const send = async () => {
    setBusy(true);
    setFailed(null);
    const email = known ? null : typed.email.trim() || null;
    const body = { request: request.current, way, person: known?.id ?? null, name: name || ' ', email, subject, words };
    try {
      const done = await answers.change('chase', { path: { clock: chaser.clock }, body });
      if (done.letter) saveFile(done.letter);
      announce(done.words);
      readAnew(answers);
      onClose();
    } catch (fault) {
      setFailed(fault as CallFailed);
      setBusy(false);
    }
  };

  return (
    <DialogBody>
      <DialogTitle action={<Close onClose={onClose} />}>Chase: {facts.title}</DialogTitle>
      <DialogContent className="chaser-content">
        <Tabs
          label="How it goes"
          value={way}
          options={[
            { value: 'email', words: 'E-mail' },
            { value: 'letter', words: 'Letter' },
          ]}
          onChoose={setWay}
        />
        {failed ? <FailedBar failed={failed} /> : null}
        <div className="chaser-row">
          <Field label="To" size="small">
            <Select size="small" value={person} onChange={(_, chosen) => setPerson(chosen.value)}>
              {recipients.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.words ? `${one.name}, ${one.words}` : one.name}
                </option>
              ))}
              <option value={SOMEBODY_ELSE}>Somebody else</option>
            </Select>
          </Field>
          {known ? null : <Typed typed={typed} way={way} onChange={setTyped} />}
        </div>
        {recipients.length === 0 ? (
          <p className="wm-second">
            There is no person to chase.{' '}
            <span onClickCapture={onClose} role="presentation">
              <PageLink to={`/tab/pupil/${chaser.pupil}/access`} className="wm-link-lined">
                Add a contact
              </PageLink>
            </span>{' '}
            to the team, or write a name here.
          </p>
        ) : null}
        {noAddress ? <p className="wm-second">There is no e-mail address for {name}. Print the letter, or choose somebody else.</p> : null}
        <Field label="Subject" size="small" {...(way === 'email' ? { hint: 'The case, never the child’s name.' } : {})}>
          <Input size="small" value={subject} maxLength={150} onChange={(_, { value }) => setSubject(value)} />
        </Field>
        <Field label="Text" size="small">
          <Textarea
            size="small"
            className="chaser-text"
            rows={16}
            maxLength={8000}
            resize="vertical"
            value={words}
            onChange={(_, { value }) => setOwn(value)}
          />
        </Field>
        {facts.rule.unverified ? <UrgencyMark urgency="info">{facts.rule.unverified}</UrgencyMark> : null}
        <p className="wm-second">
          It is kept word for word on the timeline.{' '}
          {own === null ? null : (
            <Button size="small" appearance="transparent" onClick={() => setOwn(null)}>
              Put the first text back
            </Button>
          )}
        </p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button appearance="primary" disabled={busy || noAddress || !name || !subject.trim() || !words.trim()} onClick={() => void send()}>
          {way === 'email' ? 'Send' : 'Make the letter'}
        </Button>
      </DialogActions>
    </DialogBody>
  );
};

type TypedProps = {
  typed: { name: string; email: string };
  way: ChaserWay;
  onChange: (typed: { name: string; email: string }) => void;
};

const Typed = ({ typed, way, onChange }: TypedProps) => (
  <>
    <Field label="Name" size="small">
      <Input size="small" value={typed.name} maxLength={200} onChange={(_, { value }) => onChange({ ...typed, name: value })} />
    </Field>
    {way === 'email' ? (
      <Field label="E-mail address" size="small">
        <Input
          size="small"
          type="email"
          value={typed.email}
          maxLength={254}
          onChange={(_, { value }) => onChange({ ...typed, email: value })}
        />
      </Field>
    ) : null}
  </>
);

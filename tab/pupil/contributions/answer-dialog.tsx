import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { ContributionForm } from '#contract/contributions.ts';
import { changeQuery } from '../../kit/place.ts';
import { useReach } from '../../kit/reach.ts';
import { FailedBar, SkeletonRows } from '../../kit/states.tsx';
import { useAnswer } from '../../kit/use-answer.ts';

/** What was typed and not sent yet, by contribution: it is there again when the form is opened again. */
const drafts = new Map<string, Readonly<Record<string, string>>>();

const close = () => changeQuery({ answer: '' });

/** The questions that the reader is asked, as on the card in Teams. */
export const AnswerDialog = ({ pupil, contribution }: { pupil: string; contribution: string }) => {
  const { answer: form, failed, again } = useAnswer('contribution', { contribution });
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className="asked-surface">
        {form && form.state !== 'ended' ? (
          <Form pupil={pupil} form={form} />
        ) : (
          <DialogBody>
            <DialogTitle>{form ? 'This is no longer asked' : 'What you are asked'}</DialogTitle>
            <DialogContent>
              {failed ? <FailedBar failed={failed} again={again} /> : form ? <p>{form.stateWords}</p> : <SkeletonRows rows={3} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={close}>Close</Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
};

const Form = ({ pupil, form }: { pupil: string; form: ContributionForm }) => {
  const { answers, announce } = useReach();
  const { contribution } = form;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(
    () => drafts.get(contribution) ?? Object.fromEntries(form.given.map(({ question, words }) => [question, words])),
  );
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const type = (id: string, words: string) => {
    const next = { ...typed, [id]: words };
    setTyped(next);
    drafts.set(contribution, next);
  };
  const send = async () => {
    setBusy(true);
    setFailed(null);
    try {
      const given = form.questions.map(({ id }) => ({ question: id, words: typed[id] ?? '' }));
      const kept = await answers.change('answerContribution', { path: { contribution }, body: { answers: given } });
      drafts.delete(contribution);
      answers.put('contribution', { path: { contribution } }, kept);
      for (const address of ['contributions', 'pupil'] as const) void answers.ask(address, { path: { pupil } });
      void answers.ask('entries', { path: { pupil, kind: 'contribution' } });
      void answers.ask('askedOfMe');
      announce('Your answer stands in the record');
      close();
    } catch (fault) {
      setFailed(fault as CallFailed);
      setBusy(false);
    }
  };
  return (
    <DialogBody>
      <DialogTitle>{form.title}</DialogTitle>
      <DialogContent className="asked-form">
        {failed ? <FailedBar failed={failed} /> : null}
        <p className="wm-second">
          {form.pupil.name} · {form.askedBy} asks, by {form.dueWords}. {form.stateWords}
        </p>
        {form.questions.map(({ id, words }) => (
          <Field key={id} label={words}>
            <Textarea value={typed[id] ?? ''} maxLength={4000} resize="vertical" dir="auto" onChange={(_, { value }) => type(id, value)} />
          </Field>
        ))}
        <p className="wm-second">One answer is enough; leave the others empty. It goes into the record with your name.</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button appearance="primary" disabled={busy || Object.values(typed).every((words) => words.trim() === '')} onClick={send}>
          {busy ? 'Sending' : 'Send'}
        </Button>
      </DialogActions>
    </DialogBody>
  );
};

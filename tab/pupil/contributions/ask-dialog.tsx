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
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { AskableReply } from '#contract/contributions.ts';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import type { Day } from '#domain/calendar/day.ts';
import { freshId } from '../../kit/fresh-id.ts';
import { changeQuery } from '../../kit/place.ts';
import { QuestionFields } from '../../kit/question-fields.tsx';
import { counted } from '../../kit/stage-words.ts';
import { FailedBar, SkeletonRows } from '../../kit/states.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import { PeopleToAsk } from './people-to-ask.tsx';
import { useContributions } from './use-contributions.ts';

type Props = { pupil: Pupil; purpose: string | null; about: string | null };

const close = () => changeQuery({ ask: '', about: '' });

/** Asks several people what they know of the pupil: whom, what, until when, all to be read and changed before anything goes out. */
export const AskDialog = ({ pupil, purpose, about }: Props) => {
  const { answer, failed, again } = useAnswer('askable', { pupil: pupil.id });
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className="asked-surface">
        {answer ? (
          <Form askable={answer} pupil={pupil} first={purpose} about={aboutOf(about)} />
        ) : (
          <DialogBody>
            <DialogTitle>Ask for contributions</DialogTitle>
            <DialogContent>{failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows rows={6} />}</DialogContent>
            <DialogActions>
              <Button onClick={close}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
};

/** `concern/<id>` as a link to this dialog names it. */
const aboutOf = (text: string | null) => {
  const [kind, id] = (text ?? '').split('/');
  return kind && id ? { kind, id } : null;
};

type Purpose = AskableReply['purposes'][number];

/** Whom one usually asks for this: those of the usual groups who can be asked and are not waited for already. */
const usually = ({ people }: AskableReply, { usually: groups }: Purpose): ReadonlySet<string> =>
  new Set(people.filter(({ group, door, waiting }) => door !== null && waiting === null && groups.includes(group)).map(({ key }) => key));

type FormProps = { askable: AskableReply; pupil: Pupil; first: string | null; about: { kind: string; id: string } | null };

const Form = ({ askable, pupil, first, about }: FormProps) => {
  const { busy, failed, send } = useContributions(pupil.id);
  const request = useRef(freshId());
  const purposes = askable.purposes;
  const [chosen, setChosen] = useState<Purpose>(() => purposes.find((each) => each.purpose === first) ?? purposes[0]!);
  const [people, setPeople] = useState(() => usually(askable, chosen));
  const [questions, setQuestions] = useState(chosen.questions);
  const [dueOn, setDueOn] = useState<string>(askable.dueOn);
  const choose = (name: string) => {
    const next = purposes.find(({ purpose }) => purpose === name) ?? chosen;
    setChosen(next);
    setPeople(usually(askable, next));
    setQuestions(next.questions);
  };
  const written = questions.filter(({ words }) => words.trim() !== '');
  const ready = people.size > 0 && written.length > 0 && dueOn !== '';
  const ask = async () => {
    const body = {
      request: request.current,
      purpose: chosen.purpose,
      ...(about ? { about } : {}),
      people: [...people],
      questions: written,
      dueOn: dueOn as Day,
    };
    if (await send('askContributions', { path: { pupil: pupil.id }, body }, `${counted(people.size, 'person', 'people')} asked`)) close();
  };
  return (
    <DialogBody>
      <DialogTitle>Ask for contributions about {pupil.givenName}</DialogTitle>
      <DialogContent className="asked-form">
        {failed ? <FailedBar failed={failed} /> : null}
        <Field label="What for">
          <Select value={chosen.purpose} onChange={(_, { value }) => choose(value)}>
            {purposes.map(({ purpose, title }) => (
              <option key={purpose} value={purpose}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        <PeopleToAsk people={askable.people} chosen={people} onChoose={setPeople} />
        <QuestionFields questions={questions} onChange={setQuestions} />
        <Field label="Answer by" required hint="Counted in school days. Anyone who has not answered is reminded twice, then you are told.">
          <Input type="date" value={dueOn} onChange={(_, { value }) => setDueOn(value)} />
        </Field>
        <p className="wm-second">
          {askable.goesOut} Cards and letters name the case, {askable.pupil.caseRef ?? 'without a number'}; the child’s name stands only on
          a private card and behind a link’s code.
        </p>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button appearance="primary" disabled={busy || !ready} onClick={ask}>
          {busy ? 'Asking' : people.size ? `Ask ${counted(people.size, 'person', 'people')}` : 'Ask'}
        </Button>
      </DialogActions>
    </DialogBody>
  );
};

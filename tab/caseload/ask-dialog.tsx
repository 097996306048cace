import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import type { DoneForMany } from '#contract/caseload-work.ts';
import type { AskableReply, AskedSeveral } from '#contract/contributions.ts';
import type { Day } from '#domain/calendar/day.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { ASKED_GROUPS, type AskedGroup } from '#domain/contributions/askable.ts';
import { askedGroupTitles } from '../kit/asked-groups.ts';
import { freshId } from '../kit/fresh-id.ts';
import { QuestionFields } from '../kit/question-fields.tsx';
import { useReach } from '../kit/reach.ts';
import { counted } from '../kit/stage-words.ts';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WorkDialog } from './work-dialog.tsx';

type Props = { pupils: readonly CaseloadRow[]; onDone: (reply: DoneForMany) => void; onClose: () => void };

/** As many as one request may be about. */
const MOST_PUPILS = 200;

/** The same questions about several pupils, each to whoever belongs to the chosen groups around that pupil. */
export const AskDialog = ({ pupils, onDone, onClose }: Props) => {
  const { answer, failed, again } = useAnswer('askable', { pupil: pupils[0]?.id ?? '' });
  if (answer) return <Form askable={answer} pupils={pupils} onDone={onDone} onClose={onClose} />;
  const nothing = () => Promise.reject(failed);
  return (
    <WorkDialog title="Ask for contributions" save="Ask" ready={false} onSave={nothing} onDone={onDone} onClose={onClose}>
      {failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows rows={4} />}
    </WorkDialog>
  );
};

const Form = ({ askable, pupils, onDone, onClose }: Props & { askable: AskableReply }) => {
  const { answers } = useReach();
  const request = useRef(freshId());
  const [chosen, setChosen] = useState(askable.purposes[0]!);
  const [groups, setGroups] = useState<readonly AskedGroup[]>(chosen.usually);
  const [questions, setQuestions] = useState(chosen.questions);
  const [dueOn, setDueOn] = useState<string>(askable.dueOn);
  const choose = (name: string) => {
    const next = askable.purposes.find(({ purpose }) => purpose === name) ?? chosen;
    setChosen(next);
    setGroups(next.usually);
    setQuestions(next.questions);
  };
  const written = questions.filter(({ words }) => words.trim() !== '');
  const save = async () => {
    const body = {
      request: request.current,
      purpose: chosen.purpose,
      pupils: pupils.map(({ id }) => id),
      groups: [...groups],
      questions: written,
      dueOn: dueOn as Day,
    };
    return asDone(await answers.change('askSeveral', { body }), pupils);
  };
  const tooMany = pupils.length > MOST_PUPILS;
  return (
    <WorkDialog
      title={`Ask about ${counted(pupils.length, 'pupil')}`}
      save={`Ask about ${counted(pupils.length, 'pupil')}`}
      ready={groups.length > 0 && written.length > 0 && dueOn !== '' && !tooMany}
      onSave={save}
      onDone={onDone}
      onClose={onClose}
    >
      {tooMany ? <p>One request is about {MOST_PUPILS} pupils at most; choose fewer.</p> : null}
      <Field label="What for">
        <Select value={chosen.purpose} onChange={(_, { value }) => choose(value)}>
          {askable.purposes.map(({ purpose, title }) => (
            <option key={purpose} value={purpose}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className="caseload-fieldset">
        <legend>Around each pupil</legend>
        {ASKED_GROUPS.map((group) => (
          <Checkbox
            key={group}
            label={askedGroupTitles[group]}
            checked={groups.includes(group)}
            onChange={() => setGroups(groups.includes(group) ? groups.filter((one) => one !== group) : [...groups, group])}
          />
        ))}
      </fieldset>
      <QuestionFields questions={questions} onChange={setQuestions} />
      <Field label="Answer by" required>
        <Input type="date" value={dueOn} onChange={(_, { value }) => setDueOn(value)} />
      </Field>
      <p className="wm-second">
        Whoever must not be contacted is passed over, and so is who is asked already. {askable.goesOut} Who has not answered is reminded
        twice.
      </p>
    </WorkDialog>
  );
};

/** What came of it, as the bar says it of all work on several pupils. */
const asDone = ({ done, failed }: AskedSeveral, pupils: readonly CaseloadRow[]): DoneForMany => {
  const nameOf = (id: string) => pupils.filter((row) => row.id === id).map(({ givenName, surname }) => `${givenName} ${surname}`)[0] ?? '';
  const people = done.reduce((sum, { asked }) => sum + asked, 0);
  return {
    done: done.map(({ pupil }) => pupil),
    already: [],
    not: failed.map(({ pupil, words }) => ({ pupil, name: nameOf(pupil), why: words.replace(/\.$/, '') })),
    sentence: `${countWords(people, 'person', 'people')} asked about ${countWords(done.length, 'pupil')}.`,
  };
};

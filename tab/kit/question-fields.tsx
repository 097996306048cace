import { Button, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { AskedQuestion } from '#contract/contributions.ts';
import { MOST_QUESTIONS } from '#domain/contributions/purpose.ts';
import './question-fields.css';

type Props = { questions: readonly AskedQuestion[]; onChange: (questions: AskedQuestion[]) => void };

/** The first id of one's own that is free. */
const ownId = (questions: readonly AskedQuestion[]): string => {
  let number = 1;
  while (questions.some(({ id }) => id === `own-${number}`)) number += 1;
  return `own-${number}`;
};

/** The questions as they will be asked: to change, to leave out, to add to. */
export const QuestionFields = ({ questions, onChange }: Props) => (
  <fieldset className="asked-questions">
    <legend>Questions</legend>
    {questions.map((question, index) => (
      <div key={question.id} className="asked-question">
        <Input
          aria-label={`Question ${index + 1}`}
          value={question.words}
          maxLength={200}
          onChange={(_, { value }) => onChange(questions.map((one) => (one.id === question.id ? { ...one, words: value } : one)))}
        />
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`Leave out question ${index + 1}`}
          disabled={questions.length === 1}
          onClick={() => onChange(questions.filter(({ id }) => id !== question.id))}
        />
      </div>
    ))}
    {questions.length < MOST_QUESTIONS ? (
      <Button
        size="small"
        appearance="subtle"
        icon={<AddRegular />}
        onClick={() => onChange([...questions, { id: ownId(questions), words: '' }])}
      >
        Add a question
      </Button>
    ) : null}
  </fieldset>
);

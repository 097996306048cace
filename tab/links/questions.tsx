import type { VisitPage } from '#contract/visits.ts';
import type { Words } from './words.ts';

type Asked = NonNullable<VisitPage['questions']>;

type Props = {
  questions: Asked;
  words: Words;
  answers: Readonly<Record<string, string>>;
  /** Whether the answers stand in fields, or to be read. */
  writing: boolean;
  onAnswer: (question: string, words: string) => void;
  onWrite: () => void;
};

/** What was answered before, by question. */
export const givenTo = (questions: VisitPage['questions']): Readonly<Record<string, string>> =>
  Object.fromEntries((questions?.asked ?? []).map(({ id, given }) => [id, given]));

/** The questions of a request, one under the other. Waymark's own are put in the reader's language, others as they were written. */
export const Questions = ({ questions, words, answers, writing, onAnswer, onWrite }: Props) => {
  const put = (question: Asked['asked'][number]) => (question.standard ? words.asked(question) : question.words);
  return (
    <section>
      <p className="visit-quiet">{words.answerBy(questions.dueOn)}</p>
      {questions.asked.map((question) =>
        writing ? (
          <div key={question.id} className="visit-question">
            <label htmlFor={`answer-${question.id}`} dir="auto">
              {put(question)}
            </label>
            <textarea
              id={`answer-${question.id}`}
              rows={3}
              maxLength={4000}
              dir="auto"
              value={answers[question.id] ?? ''}
              onChange={(event) => onAnswer(question.id, event.target.value)}
            />
          </div>
        ) : answers[question.id] ? (
          <div key={question.id} className="visit-question">
            <h2 dir="auto">{put(question)}</h2>
            <blockquote dir="auto">{answers[question.id]}</blockquote>
          </div>
        ) : null,
      )}
      {writing ? (
        <p className="visit-quiet">{words.oneIsEnough}</p>
      ) : (
        <button type="button" className="visit-link" onClick={onWrite}>
          {words.change}
        </button>
      )}
    </section>
  );
};

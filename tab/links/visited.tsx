import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { VisitPage } from '#contract/visits.ts';
import { givenTo, Questions } from './questions.tsx';
import { Reading } from './reading.tsx';
import { SentSoFar } from './sent-so-far.tsx';
import { TimeChoice } from './time-choice.tsx';
import { ask, isTrouble } from './visit-calls.ts';
import type { Words } from './words.ts';

type Props = { token: string; visit: string; page: VisitPage; words: Words; onPage: (page: VisitPage) => void; onRunOut: () => void };

/** What the one link is for: to choose a time, to say something, or to read. */
export const Visited = ({ token, visit, page, words, onPage, onRunOut }: Props) => {
  const { time, question, questions, reading } = page;
  const [choice, setChoice] = useState('');
  const [text, setText] = useState('');
  const [writing, setWriting] = useState(question?.given === null || questions?.given === false);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(() => givenTo(questions));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState('');
  const [sent, setSent] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const mayChoose = time !== null && time.chosen === null && !time.phoneAsked;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const typed = writing ? text.trim() : '';
    const given = questions && writing ? questions.asked.map(({ id }) => ({ question: id, words: answers[id] ?? '' })) : null;
    const said = given?.some((one) => one.words.trim() !== '') ?? typed !== '';
    if (!choice && !said) return setFailed(questions ? words.nothingAnswered : words.nothingChosen);
    setBusy(true);
    setFailed('');
    const chosen = choice === 'phone-me' ? { time: 'phone-me' as const } : choice ? { time: { slot: choice } } : {};
    const written = given ? { answers: given } : typed ? { words: typed } : {};
    const answered = await ask('answer', { token, visit, ...chosen, ...written });
    setBusy(false);
    if (!isTrouble(answered)) {
      setChoice('');
      setWriting(false);
      setSent(true);
      onPage(answered);
      return;
    }
    if (answered.trouble.status === 403) return onRunOut();
    setFailed(answered.trouble.words || words.noConnection);
    if (answered.trouble.status === 409) {
      setChoice('');
      const now = await ask('page', { token, visit });
      if (!isTrouble(now)) onPage(now);
    }
  };

  return (
    <form onSubmit={send}>
      <p className="visit-quiet">
        <bdi>{words.hello(page.hello)}</bdi>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {words.title(page)}
      </h1>
      {reading ? <Reading reading={reading} /> : null}
      <SentSoFar page={page} words={words} sent={sent} />
      {mayChoose ? <TimeChoice time={time} words={words} chosen={choice} onChoose={setChoice} /> : null}
      {question ? (
        <section>
          <h2>{words.questionTitle(page)}</h2>
          {writing ? (
            <>
              <label htmlFor="view">{words.question(page)}</label>
              <textarea
                id="view"
                rows={4}
                maxLength={4000}
                dir="auto"
                placeholder={words.placeholder}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </>
          ) : (
            <>
              <blockquote dir="auto">{question.given ?? text}</blockquote>
              <button
                type="button"
                className="visit-link"
                onClick={() => {
                  setText(question.given ?? text);
                  setWriting(true);
                }}
              >
                {words.change}
              </button>
            </>
          )}
        </section>
      ) : null}
      {questions ? (
        <Questions
          questions={questions}
          words={words}
          answers={answers}
          writing={writing}
          onAnswer={(id, said) => setAnswers({ ...answers, [id]: said })}
          onWrite={() => setWriting(true)}
        />
      ) : null}
      {failed ? (
        <p className="visit-failed" role="alert" dir="auto">
          {failed}
        </p>
      ) : null}
      {(question && (mayChoose || writing)) || (questions && writing) ? (
        <button type="submit" className="visit-send" disabled={busy}>
          {busy ? words.sending : words.send}
        </button>
      ) : null}
      <p className="visit-quiet">{words.until(page.until)}</p>
      {time && time.coming.length > 0 ? (
        <details>
          <summary>{words.who(time.coming.length)}</summary>
          <ul>
            {time.coming.map((each) => (
              <li key={each} dir="auto">
                {each}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </form>
  );
};

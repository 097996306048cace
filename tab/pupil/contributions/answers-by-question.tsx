import type { ContributionRequest } from '#contract/contributions.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { useReach } from '../../kit/reach.ts';

type Person = ContributionRequest['people'][number];

/** What everybody answered, side by side under each question; words that were corrected in the record since stand whole, at the end. */
export const AnswersByQuestion = ({ request }: { request: ContributionRequest }) => {
  const came = request.people.filter(({ answeredOn }) => answeredOn !== null);
  if (!came.length) return <p className="wm-second">No answer has come yet.</p>;
  const corrected = came.filter((one) => one.corrected !== null);
  return (
    <>
      {request.questions.map(({ id, words }) => {
        const said = came.flatMap((one) => {
          const answer = one.answers.find(({ question }) => question === id);
          return answer ? [{ one, words: answer.words }] : [];
        });
        return (
          <section key={id} aria-label={words}>
            <h3 dir="auto">{words}</h3>
            {said.length ? (
              <div className="asked-answers">
                {said.map((each) => (
                  <Said key={each.one.contribution} one={each.one} words={each.words} />
                ))}
              </div>
            ) : (
              <p className="wm-second">Nobody wrote anything here.</p>
            )}
          </section>
        );
      })}
      {corrected.length ? (
        <section aria-label="Corrected in the record">
          <h3>Corrected in the record since</h3>
          <div className="asked-answers">
            {corrected.map((one) => (
              <Said key={one.contribution} one={one} words={one.corrected ?? ''} />
            ))}
          </div>
        </section>
      ) : null}
    </>
  );
};

const Said = ({ one, words }: { one: Person; words: string }) => {
  const { me } = useReach();
  return (
    <figure className="asked-said">
      <blockquote dir="auto">{words}</blockquote>
      <figcaption className="wm-second">
        <span className="wm-strong">{one.name}</span>
        {one.words ? `, ${one.words}` : ''}
        {one.answeredOn ? ` · ${dayWords(one.answeredOn, me.today)}${one.late ? ', late' : ''}` : ''}
      </figcaption>
    </figure>
  );
};

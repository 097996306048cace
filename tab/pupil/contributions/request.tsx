import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { ContributionRequest } from '#contract/contributions.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { useReach } from '../../kit/reach.ts';
import { FailedBar } from '../../kit/states.tsx';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';
import { AnswersByQuestion } from './answers-by-question.tsx';
import { EndDialog } from './end-dialog.tsx';
import { useContributions } from './use-contributions.ts';

const PaperDialog = lazy(() => import('../../kit/paper-dialog.tsx').then((module) => ({ default: module.PaperDialog })));

type Props = { pupil: string; request: ContributionRequest; readOnly: boolean };
type Person = ContributionRequest['people'][number];

const WAYS: Readonly<Record<Person['door'], string>> = {
  card: 'a card in Teams',
  link: 'a link',
  letter: 'a letter',
};

const answered = ({ answeredOn }: Person): boolean => answeredOn !== null;

/** One request: how many have answered, who has not, and under it the answers side by side. */
export const Request = ({ pupil, request, readOnly }: Props) => {
  const { me } = useReach();
  const [open, setOpen] = useState(request.state === 'open');
  const count = request.people.filter(answered).length;
  const words = `asked ${dayWords(request.askedOn, me.today)} by ${request.askedBy}`;
  return (
    <li className="asked-request">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="wm-strong">{request.title}</span>
          <span>
            {count} of {request.people.length} answered
          </span>
          {request.state === 'open' && count < request.people.length ? (
            <UrgencyMark urgency={request.urgency}>due {request.dueWords}</UrgencyMark>
          ) : null}
          <span className="wm-second">{request.endWords ?? words}</span>
        </summary>
        {open ? <Whole pupil={pupil} request={request} readOnly={readOnly} /> : null}
      </details>
    </li>
  );
};

const Whole = ({ pupil, request, readOnly }: Props) => {
  const { me } = useReach();
  const { busy, failed, send } = useContributions(pupil);
  const [ends, setEnds] = useState<'closed' | 'withdrawn' | null>(null);
  const waiting = request.people.filter((one) => !answered(one));
  const path = { request: request.id };
  return (
    <div className="asked-whole">
      {failed ? <FailedBar failed={failed} /> : null}
      {request.aboutWords ? (
        <p className="wm-second" dir="auto">
          About: “{request.aboutWords}”
        </p>
      ) : null}
      {waiting.length ? (
        <section aria-label="Not answered">
          <h3>Not answered</h3>
          <ul className="asked-waiting">
            {waiting.map((one) => (
              <li key={one.contribution}>
                <span className="wm-strong">{one.name}</span>
                <span className="wm-second">
                  {[one.words, `asked ${dayWords(request.askedOn, me.today)} by ${WAYS[one.door]}`, one.remindedWords, one.gone]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {one.letter && !readOnly ? <Letter pupil={pupil} person={one} letter={one.letter} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <AnswersByQuestion request={request} />
      {!readOnly && request.can.length ? (
        <div className="asked-foot">
          {request.can.includes('remind') ? (
            <Button
              size="small"
              disabled={busy}
              onClick={() => void send('remindContributions', { path }, 'Those who have not answered are reminded')}
            >
              Remind now
            </Button>
          ) : null}
          <Button size="small" disabled={busy} onClick={() => setEnds('closed')}>
            Close the request
          </Button>
          <Button size="small" appearance="subtle" disabled={busy} onClick={() => setEnds('withdrawn')}>
            Withdraw
          </Button>
        </div>
      ) : null}
      {ends ? <EndDialog pupil={pupil} request={request} as={ends} onClose={() => setEnds(null)} /> : null}
    </div>
  );
};

/** Prints the letter that takes the questions to somebody without e-mail, or shows a code to read out once it has gone. */
const Letter = ({ pupil, person, letter }: { pupil: string; person: Person; letter: NonNullable<Person['letter']> }) => {
  const { answers } = useReach();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    void answers.ask('contributions', { path: { pupil } });
  };
  const words = letter.printed ? 'Letter and code' : 'Print the letter';
  return (
    <>
      {letter.printed ? null : <span className="wm-second wm-strong">The letter is not printed yet.</span>}
      <Button className="asked-letter" size="small" aria-label={`${words}: ${person.name}`} onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <PaperDialog
            pupil={pupil}
            link={{ id: letter.link, to: person.name, state: letter.printed ? 'open' : 'to-print' }}
            onClose={close}
          />
        </Suspense>
      ) : null}
    </>
  );
};

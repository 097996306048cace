import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { Doubt, DoubtAnswer, PeopleSync } from '#contract/people-sync.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { counted, yearWords } from '../kit/stage-words.ts';
import { Bar, FailedBar } from '../kit/states.tsx';

/** Whoever has a name in common with somebody here and nothing else: both sides, and one question. */
export const PeopleDoubts = ({ answer }: { answer: PeopleSync }) => {
  const { answers, announce } = useReach();
  const [refused, setRefused] = useState<CallFailed | null>(null);
  const [settling, setSettling] = useState<string | null>(null);
  if (answer.waiting === 0) return null;

  const settle = async (doubt: Doubt, given: DoubtAnswer['answer']) => {
    setRefused(null);
    setSettling(doubt.id);
    try {
      answers.put('peopleSync', {}, await answers.change('settleDoubt', { path: { doubt: doubt.id }, body: { answer: given } }));
      announce(given === 'same' ? `${doubt.here.name}: the same person` : `${doubt.here.name}: different people`);
    } catch (fault) {
      setRefused(fault as CallFailed);
      void answers.ask('peopleSync');
    } finally {
      setSettling(null);
    }
  };

  return (
    <Section
      title={`To be told apart ${answer.waiting.toLocaleString('en-GB')}`}
      aside="The same name, and nothing else in common. Until you say, nobody is added."
    >
      {refused ? <FailedBar failed={refused} /> : null}
      {answer.may.settle ? (
        <ul className="settings-doubts">
          {answer.doubts.map((doubt) => (
            <li key={doubt.id}>
              <dl>
                <SideWords title="In Waymark" side={doubt.here} />
                <SideWords title={doubt.source === 'graph' ? 'In Microsoft 365' : 'In the CSV roster'} side={doubt.there} />
              </dl>
              <div className="settings-buttons">
                <Button
                  size="small"
                  disabled={settling !== null}
                  aria-label={`${doubt.here.name}: same person`}
                  onClick={() => settle(doubt, 'same')}
                >
                  Same person
                </Button>
                <Button
                  size="small"
                  disabled={settling !== null}
                  aria-label={`${doubt.here.name}: different people`}
                  onClick={() => settle(doubt, 'different')}
                >
                  Different people
                </Button>
                {doubt.source === 'csv' ? <span className="wm-second">Comes in with the next import.</span> : null}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <Bar urgency="info">{counted(answer.waiting, 'person waits', 'people wait')} for the coordinator, who sees both sides.</Bar>
      )}
      {answer.may.settle && answer.doubts.length < answer.waiting ? (
        <p className="settings-sync-none wm-second">The {answer.doubts.length} that wait longest are shown.</p>
      ) : null}
    </Section>
  );
};

const SideWords = ({ title, side }: { title: string; side: Doubt['here'] }) => {
  const { me } = useReach();
  return (
    <div>
      <dt className="wm-second">{title}</dt>
      <dd>
        <strong>{side.name}</strong>
        {factsOf(side, me.organisation.jurisdiction).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </dd>
    </div>
  );
};

const factsOf = ({ birthday, yearGroup, email, words }: Doubt['here'], jurisdiction: string): string[] => [
  ...(birthday ? [`born ${dayWordsWithYear(birthday)}`] : []),
  ...(yearGroup === null ? [] : [yearWords(yearGroup, jurisdiction)]),
  ...(words ? [words] : []),
  ...(email ? [email] : []),
];

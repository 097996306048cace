import { Button, Field, Radio, RadioGroup, SearchBox, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Found } from '#contract/caseload.ts';
import { type Call, CallFailed } from '#contract/client.ts';
import type { PlanKind, PlanPane } from '#contract/plans.ts';
import { useStyles } from './styles.ts';
import { wordsOf } from './use-plan.ts';

const KINDS: readonly { kind: PlanKind; words: string }[] = [
  { kind: 'senSupport', words: 'SEN support plan' },
  { kind: 'annualReview', words: 'Annual review report' },
  { kind: 'profile', words: 'One-page profile' },
  { kind: 'transition', words: 'Transition plan' },
  { kind: 'iep', words: 'Individualized education program (IDEA)' },
];

const PAUSE = 200;

type Pupil = Found['pupils'][number];
type Search = { readonly pupils: readonly Pupil[] } | { readonly failed: string };

/** Pupils for what was typed, a moment after the last key. */
const useFound = (call: Call, words: string): Search | null => {
  const [found, setFound] = useState<Search | null>(null);
  useEffect(() => {
    if (words.trim().length < 2) {
      setFound(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call('find', { body: { words: words.trim() }, signal: stop.signal })
        .then((answer) => setFound({ pupils: answer.pupils.filter((pupil) => pupil.caseRef !== null) }))
        .catch((error: unknown) => {
          if (!stop.signal.aborted) setFound({ failed: wordsOf(error) });
        });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [call, words]);
  return found;
};

type Drafted = { readonly at: 'no' } | { readonly at: 'working' } | { readonly at: 'failed'; readonly words: string };

/** After this long the person is told that it is Microsoft 365 that takes its time. */
const SLOW = 8_000;

/** Says that work is going on, and after eight seconds what it waits for. */
const Working = () => {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  const words = slow
    ? 'Microsoft 365 is slow to hand over the case folder. Nothing is changed until the plan is filed; you can go on working.'
    : 'Reading the record and the case folder';
  return <Spinner size="tiny" labelPosition="after" label={words} />;
};

const FindPupil = ({ call, choose }: { call: Call; choose: (pupil: Pupil) => void }) => {
  const styles = useStyles();
  const [words, setWords] = useState('');
  const search = useFound(call, words);
  const pupils = search && 'pupils' in search ? search.pupils : [];
  return (
    <>
      <Field label="Find a pupil or case" size="small">
        <SearchBox size="small" value={words} onChange={(_, data) => setWords(data.value)} />
      </Field>
      <p className={styles.detail} role="status">
        {search && 'failed' in search && search.failed}
        {search && 'pupils' in search && pupils.length === 0 && `No pupil on the register matches “${words.trim()}”.`}
      </p>
      <ul className={styles.results}>
        {pupils.map((one) => (
          <li key={one.id}>
            <Button className={styles.choice} size="small" appearance="subtle" onClick={() => choose(one)}>
              {`${one.name}, ${one.className ?? 'no class'} · ${one.caseRef}`}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Choose a pupil and a kind of plan; Waymark composes it from the record and the case folder and opens it. */
export const DraftPlan = ({ call, lead, opened }: { call: Call; lead: string; opened: (plan: PlanPane) => void }) => {
  const styles = useStyles();
  const [pupil, setPupil] = useState<Pupil | null>(null);
  const [kind, setKind] = useState<PlanKind>('senSupport');
  const [drafted, setDrafted] = useState<Drafted>({ at: 'no' });

  const draft = async (): Promise<void> => {
    if (!pupil) return;
    setDrafted({ at: 'working' });
    try {
      opened(await call('draft', { path: { pupil: pupil.id }, body: { request: crypto.randomUUID(), kind } }));
      setDrafted({ at: 'no' });
    } catch (error) {
      setDrafted({ at: 'failed', words: error instanceof CallFailed ? error.message : 'Waymark did not answer. Nothing was changed.' });
    }
  };

  return (
    <>
      <p className={styles.lead}>{lead}</p>
      {drafted.at === 'failed' && (
        <div className={styles.bar} role="alert">
          {drafted.words}
        </div>
      )}
      {pupil === null ? (
        <FindPupil call={call} choose={setPupil} />
      ) : (
        <>
          <h2 className={styles.title}>{`${pupil.name} · ${pupil.caseRef}`}</h2>
          <Field className={styles.field} label="What to draft" size="small">
            <RadioGroup value={kind} onChange={(_, data) => setKind(data.value as PlanKind)}>
              {KINDS.map((one) => (
                <Radio key={one.kind} value={one.kind} label={one.words} />
              ))}
            </RadioGroup>
          </Field>
          <div className={styles.buttons}>
            <Button size="small" appearance="primary" disabledFocusable={drafted.at === 'working'} onClick={draft}>
              Draft plan
            </Button>
            <Button size="small" onClick={() => setPupil(null)}>
              Another pupil
            </Button>
          </div>
          <div className={styles.field} role="status">
            {drafted.at === 'working' && <Working />}
          </div>
        </>
      )}
    </>
  );
};

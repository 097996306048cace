import { Button, Field, Radio, RadioGroup, SearchBox, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Found } from '#contract/caseload.ts';
import { type Call, CallFailed } from '#contract/client.ts';
import type { PlanKind, PlanPane } from '#contract/plans.ts';
import { useStyles } from './styles.ts';

const KINDS: readonly { kind: PlanKind; words: string }[] = [
  { kind: 'senSupport', words: 'SEN support plan' },
  { kind: 'annualReview', words: 'Annual review report' },
  { kind: 'profile', words: 'One-page profile' },
  { kind: 'transition', words: 'Transition plan' },
  { kind: 'iep', words: 'Individualized education program (IDEA)' },
];

const PAUSE = 200;

/** Pupils for what was typed, a moment after the last key. */
const useFound = (call: Call, words: string): Found['pupils'] | null => {
  const [found, setFound] = useState<Found['pupils'] | null>(null);
  useEffect(() => {
    if (words.trim().length < 2) {
      setFound(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call('find', { query: { words: words.trim() }, signal: stop.signal })
        .then((answer) => setFound(answer.pupils.filter((pupil) => pupil.caseRef !== null)))
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [call, words]);
  return found;
};

type Drafted = { readonly at: 'no' } | { readonly at: 'working' } | { readonly at: 'failed'; readonly words: string };

/** Choose a pupil and a kind of plan; Waymark composes it from the record and the case folder and opens it. */
export const DraftPlan = ({ call, lead, opened }: { call: Call; lead: string; opened: (plan: PlanPane) => void }) => {
  const styles = useStyles();
  const [words, setWords] = useState('');
  const [pupil, setPupil] = useState<Found['pupils'][number] | null>(null);
  const [kind, setKind] = useState<PlanKind>('senSupport');
  const [drafted, setDrafted] = useState<Drafted>({ at: 'no' });
  const found = useFound(call, words);

  const draft = async (): Promise<void> => {
    if (!pupil) return;
    setDrafted({ at: 'working' });
    try {
      opened(await call('draft', { path: { pupil: pupil.id }, body: { request: crypto.randomUUID(), kind } }));
      setDrafted({ at: 'no' });
    } catch (error) {
      const reason = error instanceof CallFailed ? error.message : 'Waymark did not answer. Nothing was changed.';
      setDrafted({ at: 'failed', words: reason });
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
        <>
          <Field label="Find a pupil or case" size="small">
            <SearchBox size="small" value={words} onChange={(_, data) => setWords(data.value)} />
          </Field>
          {found?.length === 0 && <p className={styles.detail}>{`No pupil on the register matches “${words.trim()}”.`}</p>}
          <ul className={styles.results}>
            {(found ?? []).map((one) => (
              <li key={one.id}>
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => setPupil(one)}
                  style={{ width: '100%', justifyContent: 'flex-start' }}
                >
                  {`${one.name}, ${one.className ?? 'no class'} · ${one.caseRef}`}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <h3 className={styles.title}>{`${pupil.name} · ${pupil.caseRef}`}</h3>
          <Field label="What to draft" size="small" style={{ marginTop: 8 }}>
            <RadioGroup value={kind} onChange={(_, data) => setKind(data.value as PlanKind)}>
              {KINDS.map((one) => (
                <Radio key={one.kind} value={one.kind} label={one.words} />
              ))}
            </RadioGroup>
          </Field>
          <div className={styles.buttons}>
            <Button size="small" appearance="primary" disabled={drafted.at === 'working'} onClick={draft}>
              Draft plan
            </Button>
            <Button size="small" onClick={() => setPupil(null)}>
              Another pupil
            </Button>
          </div>
          {drafted.at === 'working' && <Spinner size="tiny" label="Reading the record and the case folder" style={{ marginTop: 8 }} />}
        </>
      )}
    </>
  );
};

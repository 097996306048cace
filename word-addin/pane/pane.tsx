import { Button, Tab, TabList } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Call } from '#contract/client.ts';
import type { PlanPane } from '#contract/plans.ts';
import { isReadOnly, onCursorMove, onRibbon, openFromLibrary, passageAtCursor, replacePassage, showPassage } from '../page/office-word.ts';
import { DifferencesTab } from './differences-tab.tsx';
import { DraftPlan } from './draft-plan.tsx';
import { MissingTab } from './missing-tab.tsx';
import { OlderOpen, ReadOnly, SignedOut, Trouble, Waiting } from './pane-states.tsx';
import { SourcesTab } from './sources-tab.tsx';
import { useStyles } from './styles.ts';
import { usePlan } from './use-plan.ts';
import { WordingTab } from './wording-tab.tsx';

type TabName = 'missing' | 'sources' | 'wording' | 'differences' | 'draft' | 'versions';

const VersionsTab = lazy(() => import('./versions-tab.tsx').then((module) => ({ default: module.VersionsTab })));

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The tag under the cursor, as it moves. */
const usePassageAtCursor = (): string | null => {
  const [tag, setTag] = useState<string | null>(null);
  useEffect(() => onCursorMove(() => void passageAtCursor().then(setTag, () => undefined)), []);
  return tag;
};

const counted = (words: string, count: number): string => (count === 0 ? words : `${words} ${count}`);

const Head = ({ plan, showVersions }: { plan: PlanPane | null; showVersions: () => void }) => {
  const styles = useStyles();
  return (
    <header className={styles.head}>
      <h1 className={styles.name}>{plan ? plan.pupil.name : 'Waymark'}</h1>
      {plan && (
        <span className={styles.quiet}>
          {`Version ${plan.version} · saved ${clock.format(new Date(plan.savedAt))} `}
          <Button size="small" appearance="transparent" onClick={showVersions}>
            Versions
          </Button>
        </span>
      )}
    </header>
  );
};

const Tabs = ({ plan, shown, choose }: { plan: PlanPane; shown: TabName; choose: (tab: TabName) => void }) => {
  const styles = useStyles();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={shown}
      onTabSelect={(_, data) => choose(data.value as TabName)}
      aria-label="About this plan"
    >
      <Tab value="missing">{counted('Missing', plan.missing.length)}</Tab>
      <Tab value="sources">Sources</Tab>
      <Tab value="wording">{counted('Wording', plan.wording.length)}</Tab>
      <Tab value="differences">{counted('Differences', plan.differences.length)}</Tab>
      <Tab value="draft">Draft</Tab>
    </TabList>
  );
};

/** The whole task pane: what the open plan lacks, where it came from, its wording, what changed; and drafting a new one. */
export const Pane = ({ call, signIn }: { call: Call; signIn: () => Promise<void> }) => {
  const styles = useStyles();
  const [tab, setTab] = useState<TabName>('missing');
  const { state, busy, said, trouble, check, settle, acceptPassages } = usePlan(call);
  const [notice, setNotice] = useState('');
  const [readOnly] = useState(isReadOnly);
  const atCursor = usePassageAtCursor();

  const saveBack = (): void => {
    setTab('differences');
    check();
  };
  useEffect(() => {
    const look = (at: TabName) => () => {
      setTab(at);
      check();
    };
    onRibbon({ draftPlan: () => setTab('draft'), saveBack: look('differences'), checkAgain: look('missing') });
  }, [check]);

  const inPage = (work: Promise<boolean>, fault: string, done: () => void): void => {
    work.then(
      (found) => (found ? done() : setNotice('The document no longer has this passage.')),
      () => setNotice(fault),
    );
  };
  const show = (tag: string): void => inPage(showPassage(tag), 'Word could not go to the passage.', () => setNotice(''));
  const replace = (tag: string, text: string): void =>
    inPage(replacePassage(tag, text), 'Word could not replace the passage.', () => {
      setNotice('Replaced in the document. Save back to keep it in the record.');
      check();
    });
  const opened = (plan: PlanPane): void => {
    if (plan.document?.webUrl) openFromLibrary(plan.document.webUrl);
    setNotice(`Drafted: ${plan.document?.name ?? plan.title}. It is opening in Word.`);
  };

  const plan = state.at === 'open' ? state.plan : null;
  const older = state.at === 'open' && state.older !== null;
  const shown: TabName = plan || tab === 'draft' ? tab : 'missing';
  const drafting =
    shown === 'draft'
      ? 'Composes a plan from the record and the case folder, each passage with its source.'
      : state.at === 'not-ours'
        ? `${state.words} Draft a plan here, or open one from the case folder.`
        : null;

  return (
    <div className={styles.pane}>
      <Head plan={plan} showVersions={() => setTab('versions')} />
      {plan && <Tabs plan={plan} shown={shown} choose={setTab} />}
      <section className={styles.body} aria-label="Waymark" aria-busy={state.at === 'reading' || busy}>
        {notice && (
          <p className={styles.told} role="status">
            {notice}
          </p>
        )}
        {trouble && state.at === 'open' && <Trouble words={trouble} />}
        {state.at === 'open' && state.older && <OlderOpen older={state.older} webUrl={state.plan.document?.webUrl ?? null} />}
        {plan && readOnly && <ReadOnly tab={shown} />}
        {state.at === 'reading' && <Waiting />}
        {state.at === 'signed-out' && <SignedOut words={state.words} signIn={signIn} done={() => check()} />}
        {state.at === 'failed' && shown !== 'draft' && <Trouble words={state.words} reference={state.reference} />}
        {state.at !== 'signed-out' && drafting && <DraftPlan call={call} lead={drafting} opened={opened} />}
        {plan && shown === 'missing' && <MissingTab plan={plan} show={show} />}
        {plan && shown === 'sources' && (
          <SourcesTab
            plan={plan}
            atCursor={atCursor}
            readOnly={readOnly}
            deeds={{ show, replace, open: openFromLibrary, accept: (tags) => acceptPassages(plan, tags) }}
          />
        )}
        {plan && shown === 'versions' && (
          <Suspense fallback={<Waiting />}>
            <VersionsTab call={call} plan={plan} />
          </Suspense>
        )}
        {plan && shown === 'wording' && <WordingTab plan={plan} readOnly={readOnly} deeds={{ show, replace }} />}
        {plan && shown === 'differences' && (
          <DifferencesTab plan={plan} busy={busy || older} show={show} settle={(choices) => settle(plan, choices)} />
        )}
        {state.at === 'open' && state.unknown.length > 0 && (
          <p className={styles.detail}>{`Left alone, because they are not Waymark’s: ${state.unknown.join(', ')}.`}</p>
        )}
      </section>
      <p className={styles.unseen} role="status" aria-live="polite">
        {said}
      </p>
      <footer className={styles.foot}>
        {plan && (
          <Button size="small" appearance="primary" disabledFocusable={busy || older} onClick={saveBack}>
            Save back
          </Button>
        )}
        <Button size="small" disabledFocusable={busy} onClick={() => check()}>
          Check again
        </Button>
        <span className={styles.quiet}>{state.at === 'open' ? `Checked ${clock.format(new Date(state.plan.readAt))}` : ''}</span>
      </footer>
    </div>
  );
};

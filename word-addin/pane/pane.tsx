import { Button, Skeleton, SkeletonItem, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Call } from '#contract/client.ts';
import type { PlanPane } from '#contract/plans.ts';
import { onCursorMove, onRibbon, openFromLibrary, passageAtCursor, replacePassage, showPassage } from '../page/office-word.ts';
import { DifferencesTab } from './differences-tab.tsx';
import { DraftPlan } from './draft-plan.tsx';
import { MissingTab } from './missing-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';
import { useStyles } from './styles.ts';
import { usePlan } from './use-plan.ts';
import { WordingTab } from './wording-tab.tsx';

type TabName = 'missing' | 'sources' | 'wording' | 'differences' | 'draft';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The tag under the cursor, as it moves. */
const usePassageAtCursor = (): string | null => {
  const [tag, setTag] = useState<string | null>(null);
  useEffect(() => onCursorMove(() => void passageAtCursor().then(setTag, () => undefined)), []);
  return tag;
};

const counted = (words: string, count: number): string => (count === 0 ? words : `${words} ${count}`);

const Head = ({ plan }: { plan: PlanPane }) => {
  const styles = useStyles();
  return (
    <header className={styles.head}>
      <h1 className={styles.name}>{plan.pupil.name}</h1>
      <span className={styles.quiet}>{`Version ${plan.version} · saved ${clock.format(new Date(plan.savedAt))}`}</span>
    </header>
  );
};

const Waiting = () => (
  <Skeleton aria-label="Reading the document" style={{ display: 'grid', gap: 10 }}>
    <SkeletonItem size={16} />
    <SkeletonItem size={48} />
    <SkeletonItem size={48} />
  </Skeleton>
);

/** The whole task pane: what the open plan lacks, where it came from, its wording, what changed; and drafting a new one. */
export const Pane = ({ call }: { call: Call }) => {
  const styles = useStyles();
  const [tab, setTab] = useState<TabName>('missing');
  const { state, busy, said, check, settle, acceptPassages } = usePlan(call);
  const [notice, setNotice] = useState('');
  const atCursor = usePassageAtCursor();

  useEffect(() => {
    onRibbon({
      draftPlan: () => setTab('draft'),
      saveBack: () => {
        setTab('differences');
        check();
      },
      checkAgain: () => {
        setTab('missing');
        check();
      },
    });
  }, [check]);

  const show = (tag: string): void => {
    showPassage(tag).then(
      (found) => setNotice(found ? '' : 'The document no longer has this passage.'),
      () => setNotice('Word could not go to the passage.'),
    );
  };
  const replace = (tag: string, text: string): void => {
    replacePassage(tag, text).then(
      (found) =>
        found
          ? check('Replaced in the document. Save back to keep it in the record.')
          : setNotice('The document no longer has this passage.'),
      () => setNotice('Word could not replace the passage.'),
    );
  };
  const opened = (plan: PlanPane): void => {
    if (plan.document?.webUrl) openFromLibrary(plan.document.webUrl);
    setNotice(`Drafted: ${plan.document?.name ?? plan.title}. It is opening in Word.`);
  };
  const saveBack = (): void => {
    setTab('differences');
    check();
  };

  const plan = state.at === 'open' ? state.plan : null;
  const shown: TabName = plan || tab === 'draft' ? tab : 'missing';

  return (
    <div className={styles.pane}>
      {plan && <Head plan={plan} />}
      {plan && (
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={shown}
          onTabSelect={(_, data) => setTab(data.value as TabName)}
          aria-label="About this plan"
        >
          <Tab value="missing">{counted('Missing', plan.missing.length)}</Tab>
          <Tab value="sources">Sources</Tab>
          <Tab value="wording">{counted('Wording', plan.wording.length)}</Tab>
          <Tab value="differences">{counted('Differences', plan.differences.length)}</Tab>
          <Tab value="draft">Draft</Tab>
        </TabList>
      )}
      <div className={styles.body} aria-busy={state.at === 'reading' || busy}>
        {notice && (
          <p className={styles.detail} role="status">
            {notice}
          </p>
        )}
        {state.at === 'reading' && <Waiting />}
        {state.at === 'failed' && (
          <div className={styles.bar} role="alert">
            {`${state.words} Reference ${state.reference}.`}
          </div>
        )}
        {state.at === 'not-ours' && shown !== 'draft' && (
          <DraftPlan call={call} lead={`${state.words} Draft a plan here, or open one from the case folder.`} opened={opened} />
        )}
        {shown === 'draft' && (
          <DraftPlan
            call={call}
            lead="Composes a plan from the record and the case folder, each passage with its source."
            opened={opened}
          />
        )}
        {plan && shown === 'missing' && <MissingTab plan={plan} show={show} />}
        {plan && shown === 'sources' && (
          <SourcesTab
            plan={plan}
            atCursor={atCursor}
            deeds={{ show, open: openFromLibrary, accept: (tags) => acceptPassages(plan, tags) }}
          />
        )}
        {plan && shown === 'wording' && <WordingTab plan={plan} deeds={{ show, replace }} />}
        {plan && shown === 'differences' && (
          <DifferencesTab plan={plan} busy={busy} show={show} settle={(choices) => settle(plan, choices)} />
        )}
        {state.at === 'open' && state.unknown.length > 0 && (
          <p className={styles.detail}>{`Left alone, because they are not Waymark’s: ${state.unknown.join(', ')}.`}</p>
        )}
      </div>
      <p className={styles.unseen} role="status" aria-live="polite">
        {said}
      </p>
      <footer className={styles.foot}>
        {plan && (
          <Button size="small" appearance="primary" disabled={busy} onClick={saveBack}>
            Save back
          </Button>
        )}
        <Button size="small" disabled={busy} onClick={() => check()}>
          Check again
        </Button>
        <span className={styles.quiet}>{state.at === 'open' ? `Checked ${clock.format(state.checkedAt)}` : ''}</span>
      </footer>
    </div>
  );
};

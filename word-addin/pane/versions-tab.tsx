import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Call } from '#contract/client.ts';
import type { PlanVersion, PlanVersions } from '#contract/plan-versions.ts';
import type { PlanPane } from '#contract/plans.ts';
import { openCopy } from '../page/office-word.ts';
import { Trouble, Waiting } from './pane-states.tsx';
import { useStyles } from './styles.ts';
import { wordsOf } from './use-plan.ts';

const ORIGINS = { drafted: 'drafted', 'saved-back': 'saved back', 'brought-in': 'brought in from a file' } as const;
const moment = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

type Version = PlanVersions['versions'][number];

const changedWords = ({ changed }: Version): string =>
  changed === null ? 'the first' : `${changed} ${changed === 1 ? 'passage' : 'passages'} changed`;

/** Every version of the open plan, the newest first: what reads otherwise than before, and its document made again as it was. */
export const VersionsTab = ({ call, plan }: { call: Call; plan: PlanPane }) => {
  const styles = useStyles();
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [failed, setFailed] = useState('');
  useEffect(() => {
    call('planVersions', { path: { plan: plan.plan } }).then(
      (answer) => setVersions(answer.versions),
      (error: unknown) => setFailed(wordsOf(error)),
    );
  }, [call, plan.plan]);
  if (failed) return <Trouble words={failed} />;
  if (!versions) return <Waiting />;
  return (
    <>
      <p
        className={styles.lead}
      >{`${versions.length} ${versions.length === 1 ? 'version' : 'versions'} of this plan. None is ever changed.`}</p>
      <ul aria-label="Versions of this plan" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {versions.map((version, index) => (
          <OneVersion
            key={version.version}
            call={call}
            plan={plan.plan}
            version={version}
            before={versions[index + 1]?.version ?? null}
            newest={index === 0}
          />
        ))}
      </ul>
    </>
  );
};

type OneProps = { call: Call; plan: string; version: Version; before: number | null; newest: boolean };

const OneVersion = ({ call, plan, version, before, newest }: OneProps) => {
  const styles = useStyles();
  const [read, setRead] = useState<PlanVersion | null>(null);
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const path = { plan, version: String(version.version) };
  const attempt = async (work: () => Promise<string>) => {
    setBusy(true);
    setTold(await work().catch(wordsOf));
    setBusy(false);
  };
  const look = () =>
    attempt(async () => {
      setRead(read ? null : await call('planVersion', { path, ...(before === null ? {} : { query: { against: String(before) } }) }));
      return '';
    });
  const openInWord = () =>
    attempt(async () => {
      const { content, words } = await call('planVersionFile', { path });
      return (await openCopy(content)) ? words : 'This Word cannot open a copy. The pupil’s page in Teams has the file, under Versions.';
    });
  return (
    <li className={styles.row}>
      <p className={styles.title}>{`Version ${version.version}${newest ? ', the newest' : ''}`}</p>
      <p className={styles.detail}>
        {[moment.format(new Date(version.madeAt)), ORIGINS[version.origin], version.by && `by ${version.by}`, changedWords(version)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className={styles.buttons}>
        <Button
          size="small"
          disabledFocusable={busy}
          aria-expanded={read !== null}
          onClick={look}
          aria-label={`Read version ${version.version}`}
        >
          {read ? 'Close' : 'Read'}
        </Button>
        {version.reproducible && (
          <Button size="small" disabledFocusable={busy} onClick={openInWord} aria-label={`Open version ${version.version} in Word`}>
            Open in Word
          </Button>
        )}
      </div>
      <p className={styles.detail} role="status">
        {told}
      </p>
      {read && <Passages read={read} />}
    </li>
  );
};

/** What reads otherwise than in the version before; of the first version all of it. */
const Passages = ({ read }: { read: PlanVersion }) => {
  const styles = useStyles();
  const passages =
    read.against === null ? read.passages.map(({ tag, label, text }) => ({ tag, label, before: null, after: text })) : read.differences;
  if (passages.length === 0) return <p className={styles.detail}>{`It reads as version ${read.against} does.`}</p>;
  return (
    <dl className={styles.versionFacts}>
      {passages.map(({ tag, label, before, after }) => (
        <div key={tag}>
          <dt>{label}</dt>
          {before !== null && (
            <dd>
              <del>{before}</del>
            </dd>
          )}
          <dd>{after ?? 'Taken out'}</dd>
        </div>
      ))}
    </dl>
  );
};

import { Button } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { Difference, PlanPane } from '#contract/plans.ts';
import { ListKeys, PaneList } from './pane-list.tsx';
import { useStyles } from './styles.ts';

type Settle = (choices: readonly { id: string; take: 'document' | 'record' }[]) => void;

const words = (text: string | null): string => (text === null ? 'not there' : text || 'empty');

const Side = ({ name, text, asIssued }: { name: string; text: string | null; asIssued: string | null }) => (
  <>
    <dt>{name}</dt>
    <dd>{text === asIssued ? 'same as issued' : <b>{words(text)}</b>}</dd>
  </>
);

const Changed = ({ difference }: { difference: Difference }) => {
  const styles = useStyles();
  if (difference.state !== 'both-changed') return <span className={styles.quiet}>{difference.editedBy ?? ''}</span>;
  return (
    <span className={styles.changed}>
      <Warning16Filled aria-hidden /> Both changed
    </span>
  );
};

const Line = ({
  difference,
  busy,
  settle,
  show,
}: {
  difference: Difference;
  busy: boolean;
  settle: Settle;
  show: (tag: string) => void;
}) => {
  const styles = useStyles();
  const { id, label, asIssued, inRecord, inDocument } = difference;
  return (
    <>
      <div className={styles.spread}>
        <h2 className={styles.title}>{label}</h2>
        <Changed difference={difference} />
      </div>
      <dl className={styles.facts}>
        <dt>As issued</dt>
        <dd>{words(asIssued)}</dd>
        <Side name="Record" text={inRecord} asIssued={asIssued} />
        <Side name="Document" text={inDocument} asIssued={asIssued} />
      </dl>
      <div className={styles.buttons}>
        <Button size="small" disabled={busy} onClick={() => settle([{ id, take: 'document' }])} aria-label={`Take the document’s ${label}`}>
          Take document’s
        </Button>
        <Button size="small" disabled={busy} onClick={() => settle([{ id, take: 'record' }])} aria-label={`Keep the record’s ${label}`}>
          Keep record’s
        </Button>
        <Button size="small" appearance="subtle" onClick={() => show(difference.tag)} aria-label={`Show ${label} in the page`}>
          Show me
        </Button>
      </div>
    </>
  );
};

/** As issued, record and document side by side; each line is settled by a person. */
export const DifferencesTab = ({
  plan,
  busy,
  settle,
  show,
}: {
  plan: PlanPane;
  busy: boolean;
  settle: Settle;
  show: (tag: string) => void;
}) => {
  const styles = useStyles();
  const count = plan.differences.length;
  if (count === 0) return <p className={styles.lead}>The document and the record say the same.</p>;
  const rows = plan.differences.map((difference) => ({
    id: difference.id,
    tag: difference.tag,
    accept: busy ? undefined : () => settle([{ id: difference.id, take: 'document' }]),
    body: <Line difference={difference} busy={busy} settle={settle} show={show} />,
  }));
  return (
    <>
      <p className={styles.lead}>
        <b>{`${count} ${count === 1 ? 'change' : 'changes'}`}</b> between this document and the record, not settled yet.
      </p>
      <PaneList label="Differences" rows={rows} show={show} />
      <p className={styles.detail}>{`Nothing is overwritten: what you do not take stays in version ${plan.version}.`}</p>
      <ListKeys accept="take the document’s" />
    </>
  );
};

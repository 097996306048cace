import { Button } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { Difference, PlanPane } from '#contract/plans.ts';
import { useStyles } from './styles.ts';

type Settle = (choices: readonly { id: string; take: 'document' | 'record' }[]) => void;

const shown = (text: string | null, same: string | null): string => {
  if (text === null) return 'not there';
  return text === same ? 'same as issued' : text || 'empty';
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
    <li className={styles.row}>
      <div className={styles.spread}>
        <h3 className={styles.title}>{label}</h3>
        {difference.state === 'both-changed' ? (
          <span className={styles.changed}>
            <Warning16Filled aria-hidden style={{ verticalAlign: 'text-bottom' }} /> Both changed
          </span>
        ) : (
          <span className={styles.quiet}>{difference.editedBy ?? ''}</span>
        )}
      </div>
      <dl className={styles.facts}>
        <dt>As issued</dt>
        <dd>{asIssued ?? 'not there'}</dd>
        <dt>Record</dt>
        <dd>{inRecord === asIssued ? shown(inRecord, asIssued) : <b>{shown(inRecord, asIssued)}</b>}</dd>
        <dt>Document</dt>
        <dd>{inDocument === asIssued ? shown(inDocument, asIssued) : <b>{shown(inDocument, asIssued)}</b>}</dd>
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
    </li>
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
  return (
    <>
      <p className={styles.lead}>
        {count === 0 ? 'The document and the record say the same.' : <b>{`${count} ${count === 1 ? 'change' : 'changes'}`}</b>}
        {count > 0 && ' between this document and the record, not settled yet.'}
      </p>
      <ul className={styles.list}>
        {plan.differences.map((difference) => (
          <Line key={difference.id} difference={difference} busy={busy} settle={settle} show={show} />
        ))}
      </ul>
      <p className={styles.detail}>{`Nothing is overwritten: what you do not take stays in version ${plan.version}.`}</p>
    </>
  );
};

import { Button } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, ErrorCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { PlanPane } from '#contract/plans.ts';
import { ListKeys, PaneList } from './pane-list.tsx';
import { useStyles } from './styles.ts';

type Missing = PlanPane['missing'][number];

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const Point = ({ point, show }: { point: Missing; show: (tag: string) => void }) => {
  const styles = useStyles();
  return (
    <>
      <h2 className={styles.title}>
        {point.severity === 'stops' ? (
          <ErrorCircle16Filled className={styles.danger} aria-label="Gap" />
        ) : (
          <Warning16Filled className={styles.warning} aria-label="To think about" />
        )}
        {point.title}
      </h2>
      <p className={`${styles.detail} ${styles.indent}`}>{point.detail}</p>
      <p className={`${styles.detail} ${styles.indent}`}>{point.citation}</p>
      {point.tag && (
        <div className={`${styles.buttons} ${styles.indent}`}>
          <Button size="small" onClick={() => show(point.tag as string)} aria-label={`Show me: ${point.title}`}>
            Show me
          </Button>
        </div>
      )}
    </>
  );
};

const Lead = ({ gaps, thoughts }: { gaps: number; thoughts: number }) => {
  const styles = useStyles();
  if (gaps === 0) return <p className={styles.lead}>{thoughts === 0 ? 'No gaps.' : `No gaps. ${thoughts} to think about.`}</p>;
  return (
    <p className={styles.lead}>
      <b>{many(gaps, 'gap', 'gaps')}</b>
      {` to close before this can be agreed${thoughts === 0 ? '' : `, and ${thoughts} to think about`}.`}
    </p>
  );
};

/** What stops the plan being finished, what to think about, and how many checks passed. */
export const MissingTab = ({ plan, show }: { plan: PlanPane; show: (tag: string) => void }) => {
  const styles = useStyles();
  const gaps = plan.missing.filter((point) => point.severity === 'stops');
  const thoughts = plan.missing.filter((point) => point.severity === 'think');
  const rows = [...gaps, ...thoughts].map((point) => ({ id: point.id, tag: point.tag, body: <Point point={point} show={show} /> }));
  return (
    <>
      <Lead gaps={gaps.length} thoughts={thoughts.length} />
      {rows.length > 0 && <PaneList label="What is missing" rows={rows} show={show} />}
      <p className={styles.passed}>
        <CheckmarkCircle16Regular className={styles.good} aria-hidden />
        {`${many(plan.checksPassed, rows.length > 0 ? 'other check' : 'check', rows.length > 0 ? 'other checks' : 'checks')} passed · ${plan.template.name}, template version ${plan.template.version}`}
      </p>
      {rows.length > 0 && <ListKeys />}
    </>
  );
};

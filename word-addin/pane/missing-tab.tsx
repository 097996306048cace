import { Button } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, ErrorCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { PlanPane } from '#contract/plans.ts';
import { useStyles } from './styles.ts';

type Missing = PlanPane['missing'][number];

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const Point = ({ point, show }: { point: Missing; show: (tag: string) => void }) => {
  const styles = useStyles();
  const stops = point.severity === 'stops';
  return (
    <li className={styles.row}>
      <h3 className={styles.title}>
        {stops ? (
          <ErrorCircle16Filled className={styles.danger} aria-label="Gap" />
        ) : (
          <Warning16Filled className={styles.warning} aria-label="To think about" />
        )}
        {point.title}
      </h3>
      <p className={`${styles.detail} ${styles.indent}`}>{point.detail}</p>
      <p className={`${styles.detail} ${styles.indent}`}>{point.citation}</p>
      {point.tag && (
        <div className={`${styles.buttons} ${styles.indent}`}>
          <Button size="small" onClick={() => show(point.tag as string)}>
            Show me
          </Button>
        </div>
      )}
    </li>
  );
};

/** What stops the plan being finished, what to think about, and how many checks passed. */
export const MissingTab = ({ plan, show }: { plan: PlanPane; show: (tag: string) => void }) => {
  const styles = useStyles();
  const gaps = plan.missing.filter((point) => point.severity === 'stops');
  const thoughts = plan.missing.filter((point) => point.severity === 'think');
  return (
    <>
      <p className={styles.lead}>
        {gaps.length === 0 ? 'No gaps. ' : <b>{many(gaps.length, 'gap', 'gaps')}</b>}
        {gaps.length > 0 && ' to close before this can be agreed'}
        {thoughts.length > 0 ? `${gaps.length > 0 ? ', and ' : ''}${thoughts.length} to think about.` : gaps.length > 0 ? '.' : ''}
      </p>
      <ul className={styles.list}>
        {[...gaps, ...thoughts].map((point) => (
          <Point key={point.id} point={point} show={show} />
        ))}
        <li className={styles.row}>
          <span className={styles.title} style={{ fontWeight: 400 }}>
            <CheckmarkCircle16Regular className={styles.good} aria-hidden />
            {`${many(plan.checksPassed, 'other check', 'other checks')} passed · ${plan.template.name}, version ${plan.template.version}`}
          </span>
        </li>
      </ul>
    </>
  );
};

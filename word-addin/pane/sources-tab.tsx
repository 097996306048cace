import { Button, Link } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import type { PassageOfPlan, PlanPane, Source } from '#contract/plans.ts';
import { useStyles } from './styles.ts';

type Deeds = {
  readonly show: (tag: string) => void;
  readonly accept: (tags: readonly string[]) => void;
  readonly open: (webUrl: string) => void;
};

const SourceLine = ({ source, open }: { source: Source; open: Deeds['open'] }) => {
  const styles = useStyles();
  return (
    <p className={styles.detail}>
      <span className={styles.number} style={{ display: 'inline-block', marginRight: 6 }}>
        {source.number}
      </span>
      {source.words}
      {source.webUrl && (
        <>
          {' · '}
          <Link as="button" inline onClick={() => open(source.webUrl as string)}>
            Open
          </Link>
        </>
      )}
    </p>
  );
};

const Passage = ({ passage, sources, lit, deeds }: { passage: PassageOfPlan; sources: readonly Source[]; lit: boolean; deeds: Deeds }) => {
  const styles = useStyles();
  return (
    <li className={`${styles.row} ${lit ? styles.lit : ''}`} aria-current={lit ? 'true' : undefined}>
      <div className={styles.spread}>
        <h3 className={styles.title}>{passage.label}</h3>
        <Button size="small" appearance="subtle" onClick={() => deeds.show(passage.tag)} aria-label={`Show ${passage.label} in the page`}>
          Show
        </Button>
      </div>
      {sources.length === 0 && (
        <p className={styles.detail}>{passage.gap ? 'A gap: nothing is stored for it yet.' : 'Written in the document.'}</p>
      )}
      {sources.map((source) => (
        <SourceLine key={source.number} source={source} open={deeds.open} />
      ))}
      {passage.composed && !passage.accepted && (
        <>
          <p className={`${styles.detail} ${styles.title}`} style={{ fontWeight: 400 }}>
            <Info16Regular aria-hidden /> Composed by Waymark, not yet accepted
          </p>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => deeds.accept([passage.tag])}>
              Accept
            </Button>
          </div>
        </>
      )}
    </li>
  );
};

/** Where each passage came from, numbered as in the text; the one under the cursor is lit. */
export const SourcesTab = ({ plan, atCursor, deeds }: { plan: PlanPane; atCursor: string | null; deeds: Deeds }) => {
  const styles = useStyles();
  const open = plan.passages.filter((passage) => passage.composed && !passage.accepted);
  return (
    <>
      <p className={styles.lead}>
        {`${plan.passages.length} passages, each with where it came from. `}
        {open.length === 0 ? 'All are accepted.' : `${open.length} to read.`}
      </p>
      {open.length > 1 && (
        <div className={styles.buttons} style={{ marginBottom: 8 }}>
          <Button size="small" onClick={() => deeds.accept(open.map((passage) => passage.tag))}>
            {`Accept all ${open.length}: I have read them`}
          </Button>
        </div>
      )}
      <ul className={styles.list}>
        {plan.passages.map((passage) => (
          <Passage
            key={passage.tag}
            passage={passage}
            sources={plan.sources.filter((source) => passage.sources.includes(source.number))}
            lit={passage.tag === atCursor}
            deeds={deeds}
          />
        ))}
      </ul>
    </>
  );
};

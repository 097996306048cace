import { Button } from '@fluentui/react-components';
import type { PlanPane } from '#contract/plans.ts';
import { ListKeys, PaneList } from './pane-list.tsx';
import { Passage, type PassageDeeds } from './passage.tsx';
import { useStyles } from './styles.ts';

/** Where each passage came from, numbered as in the text; the one under the cursor is lit. */
export const SourcesTab = ({
  plan,
  atCursor,
  readOnly,
  deeds,
}: {
  plan: PlanPane;
  atCursor: string | null;
  readOnly: boolean;
  deeds: PassageDeeds;
}) => {
  const styles = useStyles();
  const composed = plan.passages.filter((passage) => passage.composed);
  const toRead = composed.filter((passage) => !passage.accepted).map((passage) => passage.tag);
  const rows = plan.passages.map((passage) => ({
    id: passage.tag,
    tag: passage.tag,
    lit: passage.tag === atCursor,
    accept: toRead.includes(passage.tag) ? () => deeds.accept([passage.tag]) : undefined,
    body: (
      <Passage
        passage={passage}
        sources={plan.sources.filter((source) => passage.sources.includes(source.number))}
        readOnly={readOnly}
        deeds={deeds}
      />
    ),
  }));
  return (
    <>
      <p className={styles.lead}>
        {`${plan.passages.length} passages, each with where it came from. `}
        {toRead.length === 0 ? 'All are accepted.' : `${composed.length - toRead.length} accepted, ${toRead.length} to read.`}
      </p>
      {toRead.length > 1 && (
        <div className={styles.above}>
          <Button size="small" onClick={() => deeds.accept(toRead)}>
            {`Accept all ${toRead.length}: I have read them`}
          </Button>
        </div>
      )}
      <PaneList label="Passages and their sources" rows={rows} show={deeds.show} />
      <ListKeys accept="accept" />
    </>
  );
};

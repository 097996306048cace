import { Button, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanPane } from '#contract/plans.ts';
import { ListKeys, PaneList } from './pane-list.tsx';
import { useStyles } from './styles.ts';

type Point = PlanPane['wording'][number];

export type WordingDeeds = { readonly show: (tag: string) => void; readonly replace: (tag: string, text: string) => void };

const WordingPoint = ({ point, label, readOnly, deeds }: { point: Point; label: string; readOnly: boolean; deeds: WordingDeeds }) => {
  const styles = useStyles();
  const [text, setText] = useState(point.suggestion ?? '');
  return (
    <>
      <p className={styles.detail}>{label}</p>
      <p className={styles.phrase}>
        “<span className={styles.doubted}>{point.phrase}</span>”
      </p>
      <p className={styles.detail}>{point.why}</p>
      {point.suggestion !== null && (
        <Textarea
          className={styles.words}
          size="small"
          rows={3}
          value={text}
          onChange={(_, data) => setText(data.value)}
          resize="vertical"
          textarea={{ 'aria-label': `Instead of “${point.phrase}”` }}
        />
      )}
      <div className={styles.buttons}>
        {point.suggestion !== null && (
          <Button
            size="small"
            disabled={readOnly || text.trim() === ''}
            onClick={() => deeds.replace(point.tag, text.trim())}
            aria-label={`Replace “${point.phrase}”`}
          >
            Replace
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => deeds.show(point.tag)} aria-label={`Show me “${point.phrase}”`}>
          Show me
        </Button>
      </div>
    </>
  );
};

/** Phrases a reader cannot hold anyone to, why, and what the record would let one say instead. */
export const WordingTab = ({ plan, readOnly, deeds }: { plan: PlanPane; readOnly: boolean; deeds: WordingDeeds }) => {
  const styles = useStyles();
  const count = plan.wording.length;
  const rows = plan.wording.map((point) => ({
    id: `${point.id}${point.suggestion ?? ''}`,
    tag: point.tag,
    body: (
      <WordingPoint
        point={point}
        label={plan.passages.find((passage) => passage.tag === point.tag)?.label ?? ''}
        readOnly={readOnly}
        deeds={deeds}
      />
    ),
  }));
  if (count === 0) return <p className={styles.lead}>Every goal and every line of provision says how much, how often and until when.</p>;
  return (
    <>
      <p className={styles.lead}>
        <b>{`${count} ${count === 1 ? 'phrase' : 'phrases'}`}</b> a reader cannot hold anyone to.
      </p>
      <PaneList label="Wording to look at" rows={rows} show={deeds.show} />
      <p className={styles.detail}>Suggestions use only facts in the record. Nothing is sent anywhere else.</p>
      <ListKeys />
    </>
  );
};

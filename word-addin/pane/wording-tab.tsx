import { Button, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanPane } from '#contract/plans.ts';
import { useStyles } from './styles.ts';

type Point = PlanPane['wording'][number];

const WordingPoint = ({ point, label, deeds }: { point: Point; label: string; deeds: WordingDeeds }) => {
  const styles = useStyles();
  const [text, setText] = useState(point.suggestion ?? '');
  return (
    <li className={styles.row}>
      <p className={styles.detail}>{label}</p>
      <p className={styles.phrase}>“{point.phrase}”</p>
      <p className={styles.detail}>{point.why}</p>
      {point.suggestion !== null && (
        <Textarea
          size="small"
          value={text}
          onChange={(_, data) => setText(data.value)}
          resize="vertical"
          textarea={{ 'aria-label': `Instead of “${point.phrase}”` }}
          style={{ width: '100%', marginTop: 4 }}
        />
      )}
      <div className={styles.buttons}>
        {point.suggestion !== null && (
          <Button size="small" disabled={text.trim() === ''} onClick={() => deeds.replace(point.tag, text.trim())}>
            Replace
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => deeds.show(point.tag)}>
          Show me
        </Button>
      </div>
    </li>
  );
};

export type WordingDeeds = { readonly show: (tag: string) => void; readonly replace: (tag: string, text: string) => void };

/** Phrases a reader cannot hold anyone to, why, and what the record would let one say instead. */
export const WordingTab = ({ plan, deeds }: { plan: PlanPane; deeds: WordingDeeds }) => {
  const styles = useStyles();
  const count = plan.wording.length;
  return (
    <>
      <p className={styles.lead}>
        {count === 0 ? (
          'Every goal and every line of provision says how much, how often and until when.'
        ) : (
          <b>{`${count} ${count === 1 ? 'phrase' : 'phrases'}`}</b>
        )}
        {count > 0 && ' a reader cannot hold anyone to.'}
      </p>
      <ul className={styles.list}>
        {plan.wording.map((point) => (
          <WordingPoint
            key={`${point.id}${point.suggestion ?? ''}`}
            point={point}
            label={plan.passages.find((passage) => passage.tag === point.tag)?.label ?? ''}
            deeds={deeds}
          />
        ))}
      </ul>
      <p className={styles.detail}>Suggestions use only facts in the record. Nothing is sent anywhere else.</p>
    </>
  );
};

import { Button, Link, Textarea } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { PassageOfPlan, Source } from '#contract/plans.ts';
import { useStyles } from './styles.ts';

export type PassageDeeds = {
  readonly show: (tag: string) => void;
  readonly accept: (tags: readonly string[]) => void;
  readonly replace: (tag: string, text: string) => void;
  readonly open: (webUrl: string) => void;
};

const SourceLine = ({ source, open }: { source: Source; open: PassageDeeds['open'] }) => {
  const styles = useStyles();
  return (
    <p className={styles.source}>
      <span className={styles.number}>{source.number}</span>
      <span>{source.words}</span>
      {source.webUrl && (
        <Link as="button" inline onClick={() => open(source.webUrl as string)} aria-label={`Open source ${source.number}`}>
          Open
        </Link>
      )}
    </p>
  );
};

const Editor = ({ passage, deeds, done }: { passage: PassageOfPlan; deeds: PassageDeeds; done: () => void }) => {
  const styles = useStyles();
  const [text, setText] = useState(passage.text);
  const keep = (): void => {
    deeds.replace(passage.tag, text.trim());
    done();
  };
  return (
    <>
      <Textarea
        className={styles.words}
        size="small"
        rows={4}
        resize="vertical"
        value={text}
        onChange={(_, data) => setText(data.value)}
        textarea={{ 'aria-label': `Words of ${passage.label}`, autoFocus: true }}
      />
      <div className={styles.buttons}>
        <Button size="small" disabled={text.trim() === '' || text.trim() === passage.text} onClick={keep}>
          Put into the document
        </Button>
        <Button size="small" appearance="subtle" onClick={done}>
          Leave it
        </Button>
      </div>
    </>
  );
};

const Composed = ({ passage, readOnly, deeds }: { passage: PassageOfPlan; readOnly: boolean; deeds: PassageDeeds }) => {
  const styles = useStyles();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <p className={styles.mark}>
        <Info16Regular aria-hidden /> Composed by Waymark, not yet accepted
      </p>
      {editing ? (
        <Editor passage={passage} deeds={deeds} done={() => setEditing(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => deeds.accept([passage.tag])} aria-label={`Accept ${passage.label}`}>
            Accept
          </Button>
          <Button
            size="small"
            appearance="subtle"
            disabled={readOnly}
            onClick={() => setEditing(true)}
            aria-label={`Edit ${passage.label}`}
          >
            Edit
          </Button>
        </div>
      )}
    </>
  );
};

/** One passage: its sources by number, and, where Waymark composed it, what a person may do with it. */
export const Passage = ({
  passage,
  sources,
  readOnly,
  deeds,
}: {
  passage: PassageOfPlan;
  sources: readonly Source[];
  readOnly: boolean;
  deeds: PassageDeeds;
}) => {
  const styles = useStyles();
  return (
    <>
      <div className={styles.spread}>
        <h2 className={styles.title}>{passage.label}</h2>
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
      {passage.composed && !passage.accepted && <Composed passage={passage} readOnly={readOnly} deeds={deeds} />}
    </>
  );
};

import { Button, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useState } from 'react';
import { openFromLibrary } from '../page/office-word.ts';
import { useStyles } from './styles.ts';
import type { Older } from './use-plan.ts';

/** The shape of what is coming, while the document is read. */
export const Waiting = () => (
  <Skeleton aria-label="Reading the document" style={{ display: 'grid', gap: 10 }}>
    <SkeletonItem size={16} />
    <SkeletonItem size={48} />
    <SkeletonItem size={48} />
  </Skeleton>
);

/** What failed, in words, with the reference to quote where there is one. */
export const Trouble = ({ words, reference = '-' }: { words: string; reference?: string }) => {
  const styles = useStyles();
  return (
    <div className={styles.bar} role="alert">
      {reference === '-' ? words : `${words} Reference ${reference}.`}
    </div>
  );
};

/** One button; then the pane goes on at the tab that was open. A window may open only because a button was pressed. */
export const SignedOut = ({ words, signIn, done }: { words: string; signIn: () => Promise<void>; done: () => void }) => {
  const styles = useStyles();
  const [state, setState] = useState<{ busy: boolean; fault: string }>({ busy: false, fault: '' });
  const pressed = (): void => {
    setState({ busy: true, fault: '' });
    signIn().then(done, (error: unknown) =>
      setState({ busy: false, fault: error instanceof Error ? error.message : 'Sign-in did not work.' }),
    );
  };
  return (
    <>
      {state.fault && <Trouble words={state.fault} />}
      <p className={styles.lead}>{words}</p>
      <Button size="small" appearance="primary" disabledFocusable={state.busy} onClick={pressed}>
        Sign in
      </Button>
    </>
  );
};

/** A file of an earlier draft: the pane shows the newest, and one button opens its document. */
export const OlderOpen = ({ older, webUrl }: { older: NonNullable<Older>; webUrl: string | null }) => {
  const styles = useStyles();
  return (
    <div className={styles.told} role="status">
      <span>{older.words}</span>
      {webUrl && (
        <Button size="small" onClick={() => openFromLibrary(webUrl)}>
          {`Open version ${older.newest}`}
        </Button>
      )}
    </div>
  );
};

const WHY: Readonly<Record<string, string>> = {
  missing: 'gaps are shown, and are closed by someone who may change it.',
  sources: 'sources can be read and accepted; the words cannot be changed here.',
  wording: 'wording is shown, and cannot be replaced here.',
  differences: 'differences can be settled; the document itself stays as it is.',
};

/** Said on every tab of a document that may only be read: what works there, and why the rest does not. */
export const ReadOnly = ({ tab }: { tab: string }) => {
  const styles = useStyles();
  const why = WHY[tab];
  return why ? <p className={styles.told}>{`This document is open for reading only: ${why}`}</p> : null;
};

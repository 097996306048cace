import { Button } from '@fluentui/react-components';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { useState } from 'react';
import type { PaperFile } from '#contract/classes.ts';
import { useReach } from './reach.ts';
import { saveFile } from './save-file.ts';

type Props = {
  /** What the paper is, for whoever hears the buttons: `the class sheet`. */
  of: string;
  words: string;
  take: (format: 'docx' | 'pdf') => Promise<PaperFile>;
};

/** Takes a paper as Word or PDF; what had to be shortened or left out is said beside the buttons. */
export const PaperButtons = ({ of, words, take }: Props) => {
  const { announce } = useReach();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const press = async (format: 'docx' | 'pdf') => {
    setBusy(true);
    try {
      const file = await take(format);
      saveFile(file);
      setSaid(file.words);
      announce(file.words);
    } catch (fault) {
      setSaid((fault as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="wm-export">
      {said ? (
        <span className="wm-second" role="status">
          {said}
        </span>
      ) : null}
      <Button
        size="small"
        icon={<DocumentTextRegular />}
        disabled={busy}
        aria-label={`${words}: ${of} for Word`}
        onClick={() => void press('docx')}
      >
        {words}
      </Button>
      <Button size="small" disabled={busy} aria-label={`PDF: ${of}`} onClick={() => void press('pdf')}>
        PDF
      </Button>
    </span>
  );
};

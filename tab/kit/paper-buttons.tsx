import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import type { PaperFile } from '#contract/classes.ts';
import { FileButtons } from './file-buttons.tsx';

type Props = {
  /** What the paper is, for whoever hears the buttons: `the class sheet`. */
  of: string;
  /** On the button for Word, and on the one for a PDF. */
  words: string;
  pdfWords: string;
  take: (format: 'docx' | 'pdf') => Promise<PaperFile>;
};

/** Takes a paper as Word or PDF; what had to be shortened or left out is said beside the buttons. */
export const PaperButtons = ({ of, words, pdfWords, take }: Props) => (
  <FileButtons
    take={take}
    ways={[
      { format: 'docx', words, label: `${words}: ${of} for Word`, icon: <DocumentTextRegular /> },
      { format: 'pdf', words: pdfWords, label: `${pdfWords}: ${of}` },
    ]}
  />
);

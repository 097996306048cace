import { Button } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useReach } from './reach.ts';
import { saveFile } from './save-file.ts';

/** A file that a button hands over, and the sentence that is said of it. */
type TakenFile = Parameters<typeof saveFile>[0] & { readonly words: string };

type Way<Format> = { readonly format: Format; readonly words: string; readonly label: string; readonly icon?: ReactElement };

type Props<Format> = { readonly ways: readonly Way<Format>[]; readonly take: (format: Format) => Promise<TakenFile> };

/** A button for each form in which a file can be taken; what is said of the file, or why there is none, stands beside them. */
export const FileButtons = <Format extends string>({ ways, take }: Props<Format>) => {
  const { announce } = useReach();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const press = async (format: Format) => {
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
      {ways.map(({ format, words, label, icon }) => (
        <Button key={format} size="small" icon={icon ?? null} disabled={busy} aria-label={label} onClick={() => void press(format)}>
          {words}
        </Button>
      ))}
    </span>
  );
};

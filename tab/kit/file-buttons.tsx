import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { SaidOfFile, type TakenFile, useTakenFile } from './taken-file.tsx';

type Way<Format> = { readonly format: Format; readonly words: string; readonly label: string; readonly icon?: ReactElement };

type Props<Format> = { readonly ways: readonly Way<Format>[]; readonly take: (format: Format) => Promise<TakenFile> };

/** A button for each form in which a file can be taken; what is said of the file, or why there is none, stands beside them. */
export const FileButtons = <Format extends string>({ ways, take: ask }: Props<Format>) => {
  const { said, busy, take } = useTakenFile();
  return (
    <span className="wm-export">
      <SaidOfFile said={said} />
      {ways.map(({ format, words, label, icon }) => (
        <Button
          key={format}
          size="small"
          icon={icon ?? null}
          disabled={busy}
          aria-label={label}
          onClick={() => void take(() => ask(format))}
        >
          {words}
        </Button>
      ))}
    </span>
  );
};

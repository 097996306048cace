import { Button } from '@fluentui/react-components';
import type { GuidanceEntry } from '#contract/guidance.ts';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { FailedBar } from '../kit/states.tsx';
import { useDeed } from '../kit/use-deed.ts';
import type { Over } from './guidance-page.tsx';

type Props = { entry: GuidanceEntry; stale: boolean; onOver: (over: Over) => void };

/** What can be done with an entry of the school: change, undo, retire, bring back; its history and its file are there for everybody. */
export const EntryActions = ({ entry, stale, onOver }: Props) => {
  const { answers } = useReach();
  const { busy, failed, run } = useDeed();
  const { id, line, version } = entry;
  const off = stale || busy;
  const change = async (address: 'undoGuidance' | 'retireGuidance', body: object, said: string) => {
    const page = await run(address, { path: { entry: id }, ifMatch: version, body }, said);
    if (page) answers.put('guidance', {}, page);
    else await answers.ask('guidance');
  };
  const download = async () => {
    const file = await run('guidanceFile', { path: { entry: id } }, 'The document is saved');
    if (file) saveFile({ ...file, content: file.base64 });
  };
  const may = (deed: GuidanceEntry['can'][number]) => entry.can.includes(deed);
  return (
    <>
      {may('change') ? (
        <Button size="small" disabled={off} aria-label={`Change: ${line}`} onClick={() => onOver({ change: entry })}>
          Change
        </Button>
      ) : null}
      {may('undo') ? (
        <Button
          size="small"
          disabled={off}
          aria-label={`Undo the last change: ${line}`}
          onClick={() => void change('undoGuidance', {}, 'Undone')}
        >
          Undo
        </Button>
      ) : null}
      {may('retire') ? (
        <Button
          size="small"
          disabled={off}
          aria-label={`Retire: ${line}`}
          onClick={() => void change('retireGuidance', { retired: true }, 'Retired')}
        >
          Retire
        </Button>
      ) : null}
      {may('restore') ? (
        <Button
          size="small"
          disabled={off}
          aria-label={`Bring back: ${line}`}
          onClick={() => void change('retireGuidance', { retired: false }, 'Brought back')}
        >
          Bring back
        </Button>
      ) : null}
      <Button size="small" appearance="subtle" aria-label={`History: ${line}`} onClick={() => onOver({ history: entry })}>
        History
      </Button>
      {entry.kind === 'material' ? null : (
        <Button size="small" appearance="subtle" disabled={busy} aria-label={`Word document: ${line}`} onClick={() => void download()}>
          .docx
        </Button>
      )}
      {failed ? <FailedBar failed={failed} /> : null}
    </>
  );
};

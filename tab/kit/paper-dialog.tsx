import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { CodeToRead, SentLink } from '#contract/access.ts';
import { DialogFrame } from './form-dialog.tsx';
import { useReach } from './reach.ts';
import { saveFile } from './save-file.ts';
import { useSaving } from './use-saving.ts';
import './paper-dialog.css';

type Props = { pupil: string; link: Pick<SentLink, 'id' | 'to' | 'state'>; onClose: () => void };

/** The letter of a link that goes on paper, to save and print; and, once it is there, a code to read out on the telephone. */
export const PaperDialog = ({ pupil, link, onClose }: Props) => {
  const { answers, announce } = useReach();
  const [where, setWhere] = useState<'in-letter' | 'by-telephone'>('in-letter');
  const [shown, setShown] = useState<CodeToRead | null>(null);
  const [saved, setSaved] = useState('');
  const { busy, failed, save } = useSaving();
  const printed = link.state !== 'to-print' || saved !== '';
  const print = () =>
    save(async () => {
      const { file, access } = await answers.change('printLinkLetter', { path: { link: link.id }, body: { code: where } });
      saveFile({ ...file, content: file.base64 });
      setShown(null);
      setSaved(file.name);
      answers.put('access', { path: { pupil } }, access);
    });
  const readOut = () =>
    save(async () => {
      const code = await answers.change('readLinkCode', { path: { link: link.id }, body: {} });
      setShown(code);
      announce(`Code ${[...code.code].join(' ')}`);
      answers.put('access', { path: { pupil } }, code.access);
    });
  const end = (
    <Button appearance="primary" onClick={onClose}>
      Done
    </Button>
  );
  return (
    <DialogFrame title={`By letter: ${link.to}`} failed={failed} onClose={onClose} actions={end}>
      <Field label="The code" hint="The letter says where the page is and carries a key to type there. A code is asked for after it.">
        <RadioGroup value={where} onChange={(_, { value }) => setWhere(value === 'by-telephone' ? value : 'in-letter')}>
          <Radio value="in-letter" label="Print it in the same letter" />
          <Radio value="by-telephone" label="Leave it out: they telephone, and you read it to them" />
        </RadioGroup>
      </Field>
      <Button className="paper-own-width" disabled={busy} onClick={print}>
        {printed ? 'Print the letter anew' : 'Save the letter to print'}
      </Button>
      <p className="wm-second" role="status">
        {saved
          ? `Saved: ${saved}. It is kept nowhere else; a letter printed before it opens nothing more.`
          : 'Key and code stand in the letter alone and are kept nowhere else. It names no child.'}
      </p>
      {printed ? (
        <Field label="On the telephone">
          {shown ? (
            <div role="status">
              <p className="paper-code">{shown.code.replace(/(...)(?=.)/, '$1 ')}</p>
              <p className="wm-second">
                Read this to {shown.to}
                {shown.telephone ? `, on ${shown.telephone}, the number on the record` : ''}. It works once, for {shown.minutes} minutes,
                and is not shown again.
              </p>
            </div>
          ) : (
            <Button disabled={busy} onClick={readOut}>
              Show a code to read out
            </Button>
          )}
        </Field>
      ) : null}
    </DialogFrame>
  );
};

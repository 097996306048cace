import { Button } from '@fluentui/react-components';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { useState } from 'react';
import type { Access } from '#contract/access.ts';
import type { CallFailed } from '#contract/calls.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';

type Kind = 'all' | 'sent' | 'changed' | 'outside';

/** The log of who saw, changed or was sent what, and the report made of it for the family. */
export const SeenAndSent = ({ access, mayReport }: { access: Access; mayReport: boolean }) => {
  const { answers, announce, me } = useReach();
  const [kind, setKind] = useState<Kind>('all');
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const [busy, setBusy] = useState(false);
  const of = (wanted: Kind) =>
    access.seen.filter((line) => wanted === 'all' || (wanted === 'outside' ? line.outside : line.kind === wanted));
  const report = async (as: 'docx' | 'csv') => {
    setBusy(true);
    setFailed(null);
    try {
      const file = await answers.change('disclosures', { path: { pupil: access.pupil.id }, query: { as } });
      saveFile({ ...file, content: file.base64 });
      announce(`Saved: ${file.name}`);
    } catch (fault) {
      setFailed(fault as CallFailed);
    }
    setBusy(false);
  };
  const since = access.seenSince ? ` since ${dayWords(access.seenSince, me.today)}` : '';
  return (
    <Section
      title="Seen and sent"
      aside={`${access.seenCount} ${access.seenCount === 1 ? 'entry' : 'entries'}${since} · cannot be edited`}
      end={
        mayReport ? (
          <span className="access-buttons">
            <Button size="small" icon={<DocumentTextRegular />} disabled={busy} onClick={() => report('docx')}>
              Report for the family
            </Button>
            <Button size="small" disabled={busy} onClick={() => report('csv')}>
              As CSV
            </Button>
          </span>
        ) : null
      }
    >
      {failed ? <FailedBar failed={failed} /> : null}
      <Tabs
        label="Which entries"
        value={kind}
        options={[
          { value: 'all', words: 'All' },
          { value: 'sent', words: `Sent out ${of('sent').length}` },
          { value: 'changed', words: `Changed ${of('changed').length}` },
          { value: 'outside', words: `By others than staff ${of('outside').length}` },
        ]}
        onChoose={setKind}
        className="access-tabs"
      />
      <div className="access-scroll">
        <table className="access-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {of(kind).map((line) => (
              <tr key={`${line.at} ${line.who} ${line.what}`}>
                <td>{line.when}</td>
                <td>{line.who}</td>
                <td>{line.what}</td>
                <td className="wm-second">{line.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="wm-foot">
        The family’s report names who was sent or shown what, when and why. It leaves out restricted notes and says that something is left
        out; you read it before it goes.
      </p>
    </Section>
  );
};

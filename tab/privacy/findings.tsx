import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { Finding, RecordsRequest } from '#contract/privacy.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';
import { FailedBar } from '../kit/states.tsx';
import { useDeed } from '../kit/use-deed.ts';

type Choice = NonNullable<Finding['choice']>;
type Props = { request: RecordsRequest; stale: boolean; onChanged: (request: RecordsRequest) => void };

const KINDS: readonly { readonly kind: Finding['kind']; readonly title: string; readonly aside: string }[] = [
  { kind: 'restricted-note', title: 'Restricted notes', aside: 'A note goes over whole or not at all.' },
  { kind: 'unread-file', title: 'Files to read first', aside: 'Waymark cannot look for names in these.' },
  { kind: 'family', title: 'Others of the family', aside: 'Not whoever asked.' },
  { kind: 'pupil', title: 'Other pupils', aside: '' },
  { kind: 'colleague', title: 'Staff and other professionals', aside: 'They acted in their work.' },
];

const CHOICES: Readonly<Record<Choice, string>> = { keep: 'Keep', redact: 'Take the name out', withhold: 'Withhold' };

/** What the record says stands in quotes; what is said about a file or a contact's own entry does not. */
const Passage = ({ finding: { kind, source }, words }: { finding: Finding; words: string }) =>
  kind === 'unread-file' || source === 'table:contact' ? (
    <span className="privacy-passage">{words}</span>
  ) : (
    <q className="privacy-passage">{words}</q>
  );

/** What concerns others, kind by kind. A decision is one press; the same for a whole kind is one press too. */
export const Findings = ({ request, stale, onChanged }: Props) => {
  const { busy, failed, run } = useDeed();
  const [ground, setGround] = useState('It concerns somebody else, who has not agreed');
  const decide = async (findings: readonly Finding[], choice: Choice) => {
    const decisions = findings.map(({ id }) => ({ finding: id, choice, ground: ground.trim() }));
    const said = `${CHOICES[choice]}: ${counted(findings.length, 'decision')}`;
    const changed = await run('decidePassages', { path: { request: request.id }, body: { decisions } }, said);
    if (changed) onChanged(changed);
  };
  const off = busy || stale || (request.state !== 'to-decide' && request.state !== 'ready');
  return (
    <>
      {failed ? <FailedBar failed={failed} /> : null}
      <Section title="Ground for what is taken out or withheld">
        <div className="privacy-form">
          <Field label="Ground" hint="Whoever asked is told it, in the archive.">
            <Input value={ground} maxLength={500} onChange={(_, { value }) => setGround(value)} />
          </Field>
        </div>
      </Section>
      {KINDS.map(({ kind, title, aside }) => {
        const findings = request.findings.filter((finding) => finding.kind === kind);
        return findings.length ? (
          <Section
            key={kind}
            title={title}
            aside={[aside, `${findings.filter(({ choice }) => choice === null).length} of ${findings.length} to decide`]
              .filter(Boolean)
              .join(' ')}
            end={
              <Choices
                label={`All: ${title}`}
                of={findings[0]?.choices ?? []}
                chosen={null}
                off={off}
                onChoose={(choice) => decide(findings, choice)}
                all
              />
            }
          >
            <ul className="privacy-rows">
              {findings.map((finding) => (
                <li key={finding.id} className="privacy-row">
                  <span className="privacy-row-words">
                    <span>
                      <strong>{finding.whom}</strong> <span className="wm-second">{placeWords(finding)}</span>
                    </span>
                    {finding.passages.map((passage) => (
                      <Passage key={passage} finding={finding} words={passage} />
                    ))}
                  </span>
                  <Choices
                    label={`${finding.whom}, ${finding.sourceWords}`}
                    of={finding.choices}
                    chosen={finding.choice}
                    off={off}
                    onChoose={(choice) => decide([finding], choice)}
                  />
                </li>
              ))}
            </ul>
          </Section>
        ) : null;
      })}
    </>
  );
};

const placeWords = ({ kind, sourceWords, mentions }: Finding): string =>
  kind === 'restricted-note' || kind === 'unread-file' ? '' : `${sourceWords}, ${counted(mentions, 'time')}`;

type ChoicesProps = {
  label: string;
  of: readonly Choice[];
  chosen: Choice | null;
  off: boolean;
  onChoose: (choice: Choice) => void;
  all?: boolean;
};

const Choices = ({ label, of, chosen, off, onChoose, all = false }: ChoicesProps) => (
  <fieldset className="privacy-choices" aria-label={label}>
    {of.map((choice) => (
      <Button
        key={choice}
        size="small"
        disabled={off}
        {...(all ? {} : { 'aria-pressed': choice === chosen })}
        appearance={choice === chosen ? 'primary' : 'secondary'}
        onClick={() => onChoose(choice)}
      >
        {all ? `${CHOICES[choice]}, all` : CHOICES[choice]}
      </Button>
    ))}
  </fieldset>
);

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field as Labelled,
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { GuidanceEntry, GuidancePage } from '#contract/guidance.ts';
import { GUIDANCE, type GuidanceKindName } from '#domain/guidance/kinds.ts';
import { saidIn } from '#domain/guidance/said.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import type { Values } from '#domain/record/kind.ts';
import { fieldsIn } from '#domain/record/kinds.ts';
import { freshId } from '../kit/fresh-id.ts';
import { useReach } from '../kit/reach.ts';
import { Bar, FailedBar } from '../kit/states.tsx';
import { useDeed } from '../kit/use-deed.ts';
import { GuidanceField } from './field.tsx';

type Props = { kind: GuidanceKindName; entry: GuidanceEntry | null; classes: GuidancePage['classes']; onClose: () => void };

/** A strategy, plan or link to write or to change. Where a colleague saved meanwhile, what they wrote stands beside and nothing typed is lost. */
export const EntryDialog = ({ kind: name, entry, classes, onClose }: Props) => {
  const kind = GUIDANCE[name];
  const { answers, me } = useReach();
  const { busy, failed, run } = useDeed();
  const [id] = useState(() => entry?.id ?? freshId());
  const [values, setValues] = useState<Values>(entry?.values ?? {});
  const [of, setOf] = useState(entry?.class?.id ?? '');
  const [seen, setSeen] = useState(entry);
  const [theirs, setTheirs] = useState<GuidanceEntry | null>(null);
  const save = async () => {
    const body = { values, class: of || null };
    const said = `${kind.title} saved`;
    const page = seen
      ? await run('changeGuidance', { path: { entry: id }, ifMatch: seen.version, body }, said)
      : await run('keepGuidance', { body: { ...body, id, kind: name } }, said);
    if (page) {
      answers.put('guidance', {}, page);
      onClose();
      return;
    }
    await answers.ask('guidance');
    const now = answers.peek('guidance').answer?.entries.find((one) => one.id === id);
    if (now && seen && now.version !== seen.version) {
      setTheirs(now);
      setSeen(now);
    }
  };
  const faultOf = (key: string) => failed?.problem.fields?.find(({ field }) => field === key)?.reason ?? null;
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface className="guidance-dialog">
        <DialogBody>
          <DialogTitle>{entry ? `Change: ${entry.line}` : `Add ${kind.title.toLowerCase()}`}</DialogTitle>
          <DialogContent className="guidance-form">
            {failed ? <FailedBar failed={failed} /> : null}
            {theirs ? <Theirs kind={name} theirs={theirs} mine={values} /> : null}
            {fieldsIn(kind, nationOf(me.organisation.jurisdiction)).map((field) => (
              <GuidanceField
                key={field.key}
                field={field}
                value={values[field.key] ?? null}
                fault={faultOf(field.key)}
                onValue={(value) => setValues({ ...values, [field.key]: value })}
              />
            ))}
            {kind.ofClass ? (
              <Labelled label="Class">
                <Select value={of} onChange={(_, { value }) => setOf(value)}>
                  <option value="">No class in particular</option>
                  {classes.map(({ id: one, name: called }) => (
                    <option key={one} value={one}>
                      {called}
                    </option>
                  ))}
                </Select>
              </Labelled>
            ) : null}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabled={busy} onClick={() => void save()}>
              {theirs ? 'Save mine over it' : 'Save'}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

const Theirs = ({ kind, theirs, mine }: { kind: GuidanceKindName; theirs: GuidanceEntry; mine: Values }) => {
  const other = GUIDANCE[kind].fields
    .map((field) => ({ label: field.label, said: saidIn(field, theirs.values), own: saidIn(field, mine) }))
    .filter(({ said, own }) => said !== own);
  return (
    <Bar urgency="near">
      {theirs.changedBy} wrote meanwhile:
      <ul>
        {other.map(({ label, said }) => (
          <li key={label}>
            <strong>{label}:</strong> {said || 'nothing'}
          </li>
        ))}
      </ul>
    </Bar>
  );
};

import { Field, Input, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CaseEvents, EventAsks } from '#contract/case-events.ts';
import type { TypedEvent } from './event-task.ts';

type Props = {
  typed: TypedEvent;
  groups: CaseEvents['groups'];
  kindFixed: boolean;
  documents: readonly string[];
  faultOf: (field: keyof TypedEvent) => string | undefined;
  onType: (part: Partial<TypedEvent>) => void;
};

/** What happened, when, and whatever the limits hang on beside the day. */
export const EventFields = ({ typed, groups, kindFixed, documents, faultOf, onType }: Props) => {
  const found = groups.flatMap(({ kinds }) => kinds).find(({ kind }) => kind === typed.kind);
  const asks = found?.asks;
  const kindWords = found?.words ?? typed.kind;
  const labelled = (field: keyof TypedEvent, label: string, control: ReactElement, required = false) => (
    <Field label={label} required={required} size="small" validationMessage={faultOf(field) ? `This ${faultOf(field)}.` : null}>
      {control}
    </Field>
  );
  const text = (field: keyof TypedEvent, type: 'text' | 'date' | 'number' = 'text') => (
    <Input size="small" type={type} maxLength={500} value={typed[field]} onChange={(_, now) => onType({ [field]: now.value })} />
  );
  return (
    <div className="event-fields">
      {kindFixed ? (
        <p>
          <span className="event-fixed">What happened</span>
          {kindWords}
        </p>
      ) : (
        labelled(
          'kind',
          'What happened',
          <Select size="small" value={typed.kind} onChange={(_, chosen) => onType({ kind: chosen.value, outcome: '', who: '' })}>
            <option value="">Choose what happened</option>
            {groups.map((group) => (
              <optgroup key={group.title} label={group.title}>
                {group.kinds.map(({ kind, words }) => (
                  <option key={kind} value={kind}>
                    {words}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>,
          true,
        )
      )}
      {labelled('on', asks?.exceptions.length ? 'Day on which it was claimed' : 'Day', text('on', 'date'), true)}
      {asks ? <Asked asks={asks} typed={typed} labelled={labelled} text={text} onType={onType} /> : null}
      {asks
        ? labelled(
            'evidence',
            'Evidence: the paper it rests on',
            <Evidence typed={typed} documents={documents} onType={onType} />,
            asks.exceptions.length > 0,
          )
        : null}
    </div>
  );
};

type AskedProps = {
  asks: EventAsks;
  typed: TypedEvent;
  labelled: (field: keyof TypedEvent, label: string, control: ReactElement, required?: boolean) => ReactElement;
  text: (field: keyof TypedEvent, type?: 'text' | 'date' | 'number') => ReactElement;
  onType: Props['onType'];
};

const Asked = ({ asks, typed, labelled, text, onType }: AskedProps) => {
  const choose = (field: 'outcome' | 'who' | 'exception', choices: EventAsks['of']) => (
    <Select size="small" value={typed[field]} onChange={(_, chosen) => onType({ [field]: chosen.value })}>
      <option value="">{field === 'outcome' && !asks.outcomeNeeded ? 'Nothing else' : 'Choose'}</option>
      {choices.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      {asks.outcomes.length
        ? labelled(
            'outcome',
            asks.outcomeNeeded ? 'What was decided' : 'What else it says',
            choose('outcome', asks.outcomes),
            asks.outcomeNeeded,
          )
        : null}
      {asks.of.length ? labelled('who', 'Who', choose('who', asks.of)) : null}
      {asks.about ? labelled('about', asks.about, text('about')) : null}
      {asks.owner ? labelled('owner', asks.owner, text('owner')) : null}
      {asks.until ? labelled('until', asks.until, text('until', 'date')) : null}
      {asks.days ? labelled('days', asks.days, text('days', 'number')) : null}
      {asks.agreed ? labelled('agreed', asks.agreed, text('agreed', 'date')) : null}
      {asks.exceptions.length ? labelled('exception', 'Which exception', choose('exception', asks.exceptions), true) : null}
      {asks.exceptions.length ? labelled('because', 'On what ground', text('because'), true) : null}
    </>
  );
};

// the names of the pupil's documents are offered; any other paper can be named as well
const Evidence = ({ typed, documents, onType, ...given }: Pick<Props, 'typed' | 'documents' | 'onType'>) => (
  <span className="event-evidence">
    <Input
      {...given}
      size="small"
      maxLength={500}
      list="event-documents"
      placeholder="Letter of 3 September"
      value={typed.evidence}
      onChange={(_, now) => onType({ evidence: now.value })}
    />
    <datalist id="event-documents">
      {[...new Set(documents)].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  </span>
);

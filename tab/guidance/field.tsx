import { Checkbox, Input, Field as Labelled, Select, Textarea } from '@fluentui/react-components';
import type { Field, Value } from '#domain/record/kind.ts';

type Props = { field: Field; value: Value; fault: string | null; onValue: (value: Value) => void };

/** One field of a strategy, plan or link with its name, its help and, where it was not accepted, why. */
export const GuidanceField = ({ field, value, fault, onValue }: Props) => {
  const about = {
    label: field.label,
    required: field.required === true,
    hint: field.help ?? null,
    validationMessage: fault ? `This ${fault}.` : null,
    validationState: fault ? ('error' as const) : ('none' as const),
  };
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.type) {
    case 'passage':
      return (
        <Labelled {...about}>
          <Textarea rows={3} resize="vertical" value={text} onChange={(_, now) => onValue(now.value)} />
        </Labelled>
      );
    case 'choices': {
      const list = Array.isArray(value) ? (value as readonly string[]) : [];
      return (
        <Labelled {...about}>
          <fieldset className="guidance-choices" aria-label={field.label}>
            {(field.choices ?? []).map((choice) => (
              <Checkbox
                key={choice.value}
                label={choice.words}
                required={false}
                checked={list.includes(choice.value)}
                onChange={(_, now) => onValue(now.checked ? [...list, choice.value] : list.filter((each) => each !== choice.value))}
              />
            ))}
          </fieldset>
        </Labelled>
      );
    }
    case 'choice':
      return (
        <Labelled {...about}>
          <Select value={text} onChange={(_, now) => onValue(now.value)}>
            <option value="">{field.required ? 'Choose' : 'Not said'}</option>
            {(field.choices ?? []).map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.words}
              </option>
            ))}
          </Select>
        </Labelled>
      );
    case 'yes-no':
      return <Checkbox label={field.label} checked={value === true} onChange={(_, now) => onValue(now.checked === true)} />;
    case 'whole':
      return (
        <Labelled {...about}>
          <Input
            inputMode="numeric"
            value={text}
            onChange={(_, now) => onValue(/^\d{1,6}$/.test(now.value) ? Number(now.value) : now.value)}
          />
        </Labelled>
      );
    default:
      return (
        <Labelled {...about}>
          <Input type={field.type === 'day' ? 'date' : 'text'} value={text} onChange={(_, now) => onValue(now.value)} />
        </Labelled>
      );
  }
};

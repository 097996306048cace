import { Button, Field, Input } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { useId, useState } from 'react';
import type { HelpedPupil } from '#contract/strategies.ts';
import { Bar, FailedBar } from '../kit/states.tsx';
import { useDeed } from '../kit/use-deed.ts';

type Strategy = HelpedPupil['strategies'][number];
type Mark = NonNullable<Strategy['mark']>;

type Props = {
  pupil: HelpedPupil;
  goesTo: string;
  open: boolean;
  stale: boolean;
  onOpen: () => void;
  /** Something was kept: the page is read anew. */
  onChanged: () => void;
  onRead: () => void;
};

/** One pupil: folded to a line, or open with three strategies, three answers each. Every tap is kept at once. */
export const HelpedPupilPart = ({ pupil, goesTo, open, stale, onOpen, onChanged, onRead }: Props) => {
  const { busy, failed, run } = useDeed();
  const [saved, setSaved] = useState('');
  const [moved, setMoved] = useState<string | null>(null);
  const body = useId();
  const send = async (answers: readonly { strategy: Strategy; mark: Mark | null; said?: string }[], read: boolean) => {
    const answered = await run(
      'answerStrategies',
      {
        path: { pupil: pupil.id },
        body: {
          edition: pupil.edition,
          read,
          answers: answers.map(({ strategy, mark, said }) => ({
            line: strategy.line,
            version: strategy.version,
            mark,
            ...(said ? { said } : {}),
          })),
        },
      },
      read ? `Read: ${pupil.name}` : 'Saved',
    );
    if (!answered) return;
    setSaved(answered.savedWords);
    setMoved(answered.moved);
    onChanged();
    if (read && !answered.moved) onRead();
  };
  return (
    <section className="wm-section strategies-pupil" aria-label={pupil.name}>
      <div className="strategies-head">
        <h2>
          <button type="button" className="strategies-fold" aria-expanded={open} aria-controls={body} onClick={onOpen}>
            {pupil.name}
            <ChevronDownRegular aria-hidden className={open ? 'strategies-turned' : ''} />
          </button>
        </h2>
        {pupil.changedWords ? <span className="strategies-changed">{pupil.changedWords}</span> : null}
      </div>
      {pupil.readWords ? (
        <p className="strategies-read">
          <CheckmarkRegular aria-hidden /> {pupil.readWords}
        </p>
      ) : null}
      {open ? null : <p className="wm-second">{pupil.strategies.map(({ words }) => words).join(' · ')}</p>}
      <div id={body} hidden={!open}>
        {pupil.goodAt.length ? <p className="wm-second strategies-good">Good at: {pupil.goodAt.join(', ')}</p> : null}
        {failed ? <FailedBar failed={failed} /> : null}
        {moved ? <Bar urgency="near">{moved}</Bar> : null}
        <ol className="strategies-list">
          {pupil.strategies.map((strategy) => (
            <StrategyLine
              key={`${strategy.line} ${strategy.version}`}
              strategy={strategy}
              off={stale || busy}
              onMark={(mark, said) => send([{ strategy, mark, ...(said ? { said } : {}) }], false)}
            />
          ))}
        </ol>
        {pupil.readWords ? null : (
          <Button appearance="primary" size="large" className="strategies-button" disabled={stale || busy} onClick={() => send([], true)}>
            I have read this
          </Button>
        )}
        <p className="wm-second strategies-goes">
          {saved ? `${saved}. ` : ''}
          {goesTo}
        </p>
      </div>
    </section>
  );
};

const MARKS: readonly { readonly value: Mark; readonly words: string }[] = [
  { value: 'works', words: 'Works' },
  { value: 'does-not', words: 'Does not' },
  { value: 'not-tried', words: 'Not tried' },
];

type LineProps = { strategy: Strategy; off: boolean; onMark: (mark: Mark | null, said?: string) => void };

/** A strategy with its three answers; pressed again, the chosen one is taken back. *Does not* asks for a line, which is kept on leaving it. */
const StrategyLine = ({ strategy, off, onMark }: LineProps) => {
  const [said, setSaid] = useState(strategy.said ?? '');
  const words = useId();
  const keep = () => {
    if (said.trim() !== (strategy.said ?? '')) onMark('does-not', said.trim());
  };
  return (
    <li>
      <p id={words} className="strategies-words">
        {strategy.words} {strategy.changed ? <span className="strategies-changed">New words</span> : null}
      </p>
      <fieldset className="strategies-marks" aria-labelledby={words}>
        {MARKS.map(({ value, words: label }) => {
          const chosen = strategy.mark === value;
          return (
            <button
              key={value}
              type="button"
              className="strategies-mark"
              aria-pressed={chosen}
              disabled={off}
              onClick={() => onMark(chosen ? null : value, value === 'does-not' && !chosen ? said.trim() : undefined)}
            >
              {chosen ? <CheckmarkRegular aria-hidden /> : null} {label}
            </button>
          );
        })}
      </fieldset>
      {strategy.mark === 'does-not' ? (
        <Field label="What happens, in a line" className="strategies-said">
          <Input
            value={said}
            maxLength={500}
            disabled={off && said === (strategy.said ?? '')}
            onChange={(_, { value }) => setSaid(value)}
            onBlur={keep}
            onKeyDown={({ key }) => (key === 'Enter' ? keep() : undefined)}
          />
        </Field>
      ) : null}
    </li>
  );
};

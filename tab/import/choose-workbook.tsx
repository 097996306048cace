import { Button } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { useRef, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { RegisterFiles, RegisterReading } from '#contract/register.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../kit/moment.ts';
import { useReach } from '../kit/reach.ts';
import { SearchField } from '../kit/search-field.tsx';
import { Section } from '../kit/section.tsx';
import { Bar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { base64Of } from './choices.ts';

const LARGEST = 25 * 1024 * 1024;

type Props = {
  onRead: (words: string, ask: () => Promise<RegisterReading>) => void;
  onSaid: (words: string) => void;
  onFailed: (failed: CallFailed | null) => void;
};

/** Where the register comes from: handed over, out of Microsoft 365, or a workbook that was read before; and what was imported. */
export const ChooseWorkbook = ({ onRead, onSaid, onFailed }: Props) => {
  const { answers } = useReach();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const chosen = (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST)
      return setProblem('This file is larger than 25 MB, and a register never is. Take out pictures and save it again.');
    onRead(`Reading ${file.name}`, async () =>
      answers.change('registerRead', { body: { name: file.name.slice(-200), content: await base64Of(file) } }),
    );
  };
  return (
    <>
      <section
        className="wm-section"
        aria-label="Hand a workbook over"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          chosen(event.dataTransfer.files[0]);
        }}
      >
        {problem ? <Bar urgency="late">{problem}</Bar> : null}
        <div className="wm-empty">
          <ArrowUploadRegular className="wm-empty-icon" aria-hidden />
          <p className="wm-empty-title">Choose your register, or drop it here</p>
          <p className="wm-empty-words">
            An Excel workbook (.xlsx) or a CSV: your own sheet, or an export of the school system. Attendance, suspensions and part-time
            timetables too.
          </p>
          <div className="wm-empty-end">
            <Button appearance="primary" size="small" onClick={() => input.current?.click()}>
              Choose a file
            </Button>
          </div>
        </div>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv,.xlsm,.xls"
          hidden
          aria-label="Workbook"
          onChange={(event) => chosen(event.target.files?.[0])}
        />
      </section>
      <FromMicrosoft onRead={onRead} onFailed={onFailed} />
      <Before onRead={onRead} onSaid={onSaid} onFailed={onFailed} />
    </>
  );
};

const FromMicrosoft = ({ onRead, onFailed }: Pick<Props, 'onRead' | 'onFailed'>) => {
  const { answers, me } = useReach();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<RegisterFiles | null>(null);
  const [looking, setLooking] = useState(false);
  const zone = me.organisation.timeZone;
  const look = async () => {
    setLooking(true);
    onFailed(null);
    try {
      setFound(await answers.change('registerFiles', { query: { words } }));
    } catch (fault) {
      onFailed(fault as CallFailed);
    }
    setLooking(false);
  };
  return (
    <Section title="From Microsoft 365" aside="Your OneDrive and the SEND library, read as yourself">
      <form
        className="import-find"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <SearchField label="Name of the workbook" words={words} onWords={setWords} />
        <Button size="small" type="submit" disabled={looking}>
          {looking ? 'Looking' : 'Look for workbooks'}
        </Button>
      </form>
      {found?.missing.map((sentence) => (
        <Bar urgency="near" key={sentence}>
          {sentence}
        </Bar>
      ))}
      {found && found.files.length === 0 ? <p className="import-words">No workbook was found.</p> : null}
      <ul className="import-list" aria-label="Workbooks found">
        {found?.files.map(({ driveId, itemId, name, place, changedAt, changedBy }) => (
          <li key={`${driveId} ${itemId}`}>
            <div>
              <strong>{name}</strong>
              <p className="wm-second">
                {place} · changed {dayWords(dayAt(changedAt, zone), me.today)}
                {changedBy ? ` by ${changedBy}` : ''}
              </p>
            </div>
            <Button
              size="small"
              onClick={() => onRead(`Reading ${name}`, () => answers.change('registerReadFile', { body: { driveId, itemId } }))}
            >
              Open {name}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Before = ({ onRead, onSaid, onFailed }: Props) => {
  const { answers, me, announce } = useReach();
  const { answer } = useAnswer('registerOverview');
  const zone = me.organisation.timeZone;
  const when = (at: Parameters<typeof dayAt>[0]) => `${dayWords(dayAt(at, zone), me.today)} ${clockTime(at, zone)}`;
  const again = async (link: string, name: string) => {
    onFailed(null);
    try {
      const { words, reading } = await answers.change('registerReadAgain', { path: { link } });
      if (reading) onRead(`Reading ${name}`, async () => reading);
      else onSaid(words);
    } catch (fault) {
      onFailed(fault as CallFailed);
    }
  };
  const undo = async (id: string) => {
    onFailed(null);
    try {
      const { words, overview } = await answers.change('registerUndo', { path: { import: id } });
      answers.put('registerOverview', {}, overview);
      void answers.ask('caseload');
      announce(words);
      onSaid(words);
    } catch (fault) {
      onFailed(fault as CallFailed);
    }
  };
  const forget = async (link: string) =>
    answers.put('registerOverview', {}, await answers.change('registerForgetLink', { path: { link } }));
  if (!answer) return null;
  return (
    <>
      {answer.links.length ? (
        <Section title="Linked workbooks" aside="Read again, they show only what changed in them since">
          <ul className="import-list">
            {answer.links.map(({ id, name, place, readAt, by }) => (
              <li key={id}>
                <div>
                  <strong>{name}</strong>
                  <p className="wm-second">
                    {place} · last imported {when(readAt)} by {by}
                  </p>
                </div>
                <span className="import-buttons">
                  <Button size="small" onClick={() => again(id, name)}>
                    Read {name} again
                  </Button>
                  <Button size="small" onClick={() => void forget(id)}>
                    Forget the link
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {answer.imports.length ? (
        <Section title="Imported before">
          <ul className="import-list">
            {answer.imports.map(({ id, name, at, by, fresh, changed, rejected, undoneAt, canUndo }) => (
              <li key={id}>
                <div>
                  <strong>{name}</strong>
                  <p className="wm-second">
                    {when(at)} by {by} · {fresh} new, {changed} changed, {rejected} left out
                    {undoneAt ? ` · undone ${when(undoneAt)}` : ''}
                  </p>
                </div>
                {canUndo ? (
                  <Button size="small" onClick={() => undo(id)}>
                    Undo this import
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
};

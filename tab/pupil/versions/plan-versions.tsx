import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { PlanVersions as Versions } from '#contract/plan-versions.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../../kit/moment.ts';
import { PressLink } from '../../kit/page-link.tsx';
import { changeQuery, usePlace } from '../../kit/place.ts';
import { useReach } from '../../kit/reach.ts';
import { saveFile } from '../../kit/save-file.ts';
import { Section } from '../../kit/section.tsx';

import { counted } from '../../kit/stage-words.ts';
import { useAnswer } from '../../kit/use-answer.ts';
import { AnswerPart } from './answer-part.tsx';
import { OneVersion } from './one-version.tsx';
import './versions.css';

type Version = Versions['versions'][number];

const ORIGINS = { drafted: 'drafted', 'saved-back': 'saved back from Word', 'brought-in': 'brought in from a file' } as const;

/** Every version of the plan that the query names; one is opened to read, beside the one before it. */
export const PlanVersions = ({ plan }: { plan: string }) => {
  const asked = useAnswer('planVersions', { plan });
  return (
    <AnswerPart title="Versions" asked={asked}>
      {(answer) => <Shown answer={answer} />}
    </AnswerPart>
  );
};

const Shown = ({ answer }: { answer: Versions }) => {
  const { query } = usePlace();
  const chosen = answer.versions.find(({ version }) => String(version) === query.get('version'));
  const others = answer.versions.filter((one) => one !== chosen);
  const against = chosen && others.find(({ version }) => String(version) === query.get('against'));
  return (
    <>
      <Section
        title={`Versions of the ${answer.title}`}
        aside="To read: no version is ever changed."
        end={
          <Button size="small" appearance="transparent" onClick={() => changeQuery({ plan: '', version: '', against: '' })}>
            Close
          </Button>
        }
      >
        <ul className="wm-list">
          {answer.versions.map((version, index) => (
            <VersionLine
              key={version.version}
              plan={answer.plan}
              version={version}
              before={answer.versions[index + 1]}
              chosen={version === chosen}
            />
          ))}
        </ul>
      </Section>
      {chosen ? <OneVersion plan={answer.plan} version={chosen.version} against={against?.version ?? null} others={others} /> : null}
    </>
  );
};

type LineProps = { plan: string; version: Version; before: Version | undefined; chosen: boolean };

const VersionLine = ({ plan, version, before, chosen }: LineProps) => {
  const { me } = useReach();
  const made = `${dayWords(dayAt(version.madeAt, me.organisation.timeZone), me.today)} ${clockTime(version.madeAt, me.organisation.timeZone)}`;
  const open = () => changeQuery({ version: String(version.version), against: before ? String(before.version) : '' });
  return (
    <li className={chosen ? 'pupil-version pupil-version-chosen' : 'pupil-version'}>
      <div>
        <PressLink onPress={open}>Version {version.version}</PressLink>
        <p className="wm-second">{[made, ORIGINS[version.origin], version.by && `by ${version.by}`].filter(Boolean).join(' · ')}</p>
      </div>
      <span className="wm-second">{version.changed === null ? 'the first' : `${counted(version.changed, 'passage')} changed`}</span>
      {version.reproducible ? <MakeAgain plan={plan} version={version.version} /> : null}
    </li>
  );
};

/** Makes the file of a version again and hands it over, saying whether it is the one that was filed. */
const MakeAgain = ({ plan, version }: { plan: string; version: number }) => {
  const { answers, announce } = useReach();
  const [said, setSaid] = useState('');
  const make = async () => {
    try {
      const file = await answers.change('planVersionFile', { path: { plan, version: String(version) } });
      saveFile(file);
      setSaid(file.words);
      announce(file.words);
    } catch (fault) {
      setSaid((fault as Error).message);
    }
  };
  return (
    <div className="pupil-version-file">
      <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => void make()} aria-label={`Word file of version ${version}`}>
        Word file
      </Button>
      {said ? (
        <span className="wm-second" role="status">
          {said}
        </span>
      ) : null}
    </div>
  );
};

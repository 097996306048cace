import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import type { Urgency } from '#contract/fields.ts';
import type { PermissionTried, Preflight } from '#contract/settings.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../kit/moment.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { useReach } from '../kit/reach.ts';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { UrgencyIcon } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';

const signs: Readonly<Record<PermissionTried['outcome'], Urgency>> = {
  works: 'good',
  'refused-as-it-should': 'info',
  missing: 'late',
  'not-reached': 'near',
  off: 'info',
};
const outcomeWords: Readonly<Record<PermissionTried['outcome'], string>> = {
  works: 'Works',
  'refused-as-it-should': 'Refused, as it should be',
  missing: 'Missing',
  'not-reached': 'Not reached',
  off: 'Off',
};

/** Each permission tried live; a missing one opens with the exact step and a button to copy it. No record data stands here. */
export const Permissions = () => {
  const { answer, failed, asking, again } = useAnswer('preflight');
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  const aside = answer
    ? `Each was tried ${dayWords(dayAt(answer.at, zone), me.today)} ${clockTime(answer.at, zone)}`
    : asking
      ? 'Trying each'
      : undefined;
  return (
    <>
      <PageHeader
        title="Permissions"
        aside={aside}
        end={
          <Button size="small" icon={<ArrowSyncRegular />} disabled={asking} onClick={again}>
            Try all again
          </Button>
        }
      />
      {failed ? (
        <section className="wm-section">
          <FailedBar failed={failed} again={again} />
        </section>
      ) : null}
      {answer ? (
        <>
          <p>
            <strong>{summary(answer)}</strong> {answer.ready ? '' : 'Waymark runs without the missing ones; each row says what waits.'}
          </p>
          <ul className="wm-section settings-permissions">
            {answer.permissions.map((permission) => (
              <Permission key={`${permission.name} ${permission.kind}`} permission={permission} />
            ))}
          </ul>
          <p className="wm-second">Waymark never asks for every site, every file or every mailbox.</p>
        </>
      ) : failed ? null : (
        <section className="wm-section">
          <SkeletonRows />
        </section>
      )}
    </>
  );
};

const summary = ({ permissions }: Preflight): string => {
  const count = (outcome: PermissionTried['outcome']) => permissions.filter((each) => each.outcome === outcome).length;
  const parts = [
    [count('works'), 'work', 'works'],
    [count('refused-as-it-should'), 'are refused to you, as they should be', 'is refused to you, as it should be'],
    [count('missing'), 'are missing', 'is missing'],
    [count('not-reached'), 'could not be tried', 'could not be tried'],
    [count('off'), 'are off', 'is off'],
  ] as const;
  return `${parts.flatMap(([number, many, one]) => (number ? [`${number} ${number === 1 ? one : many}`] : [])).join(', ')}.`;
};

const Permission = ({ permission }: { permission: PermissionTried }) => (
  <li>
    <div className="settings-permission">
      <UrgencyIcon urgency={signs[permission.outcome]} />
      <div>
        <h2>{permission.forWhat}</h2>
        <p className="wm-second">
          {permission.name} · {permission.kind === 'delegated' ? 'acts as the person' : 'acts on its own'}
        </p>
      </div>
      <div>
        <p>
          <span className="wm-hidden">{outcomeWords[permission.outcome]}: </span>
          {permission.detail}
        </p>
        {permission.outcome === 'works' || permission.outcome === 'refused-as-it-should' ? null : (
          <p className="wm-second">Until then: {permission.without}</p>
        )}
      </div>
    </div>
    {permission.cure && permission.outcome !== 'works' ? <Cure cure={permission.cure} name={permission.name} /> : null}
  </li>
);

const Cure = ({ cure, name }: { cure: string; name: string }) => {
  const { announce } = useReach();
  const [said, setSaid] = useState('');
  const copy = async () => {
    const words = await navigator.clipboard.writeText(cure).then(
      () => 'Copied',
      () => 'This browser does not let Waymark copy; select the text instead',
    );
    setSaid(words);
    announce(words);
  };
  return (
    <div className="settings-cure">
      <div className="settings-cure-head">
        <span className="wm-second">For the administrator {said ? `· ${said}` : ''}</span>
        <Button size="small" appearance="transparent" icon={<CopyRegular />} aria-label={`Copy the step for ${name}`} onClick={copy}>
          Copy
        </Button>
      </div>
      <pre>{cure}</pre>
    </div>
  );
};

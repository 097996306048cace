import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Access, Membership } from '#contract/access.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar } from '../kit/states.tsx';
import type { AccessChange } from './use-access-change.ts';

const DatesDialog = lazy(() => import('./dates-dialog.tsx').then((module) => ({ default: module.DatesDialog })));
const ShareDialog = lazy(() => import('./share-dialog.tsx').then((module) => ({ default: module.ShareDialog })));

type Props = { access: Access; change: AccessChange; may: boolean };

/** The team from–to, also who was on it and who will be. */
export const Team = ({ access, change, may }: Props) => {
  const [open, setOpen] = useState<{ readonly what: 'dates' | 'share'; readonly member: string } | null>(null);
  const chosen = access.team.find(({ id }) => id === open?.member);
  const close = () => {
    change.forget();
    setOpen(null);
  };
  return (
    <Section title="Team" aside={`${access.team.filter(({ state }) => state === 'now').length} now`}>
      {change.failed && !open ? <FailedBar failed={change.failed} /> : null}
      {access.team.length === 0 ? <p className="access-none">Nobody has a place on the team yet.</p> : null}
      <ul className="wm-list">
        {access.team.map((member) => (
          <li key={member.id} className="access-line">
            <div>
              <strong>{member.name}</strong> {member.words ?? member.relationWords}
              <p className="wm-second">
                {member.state === 'ended' ? 'Ended: ' : ''}
                {member.datesWords}
                {member.outside ? ` · ${member.shared.length === 0 ? 'no document shared' : `${member.shared.length} shared`}` : ''}
              </p>
            </div>
            {may && member.state !== 'ended' ? (
              <MemberButtons member={member} change={change} onOpen={(what) => setOpen({ what, member: member.id })} />
            ) : null}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {chosen && open?.what === 'dates' ? <DatesDialog member={chosen} change={change} onClose={close} /> : null}
        {chosen && open?.what === 'share' ? (
          <ShareDialog member={chosen} documents={access.documents} change={change} onClose={close} />
        ) : null}
      </Suspense>
    </Section>
  );
};

const MemberButtons = ({
  member,
  change,
  onOpen,
}: {
  member: Membership;
  change: AccessChange;
  onOpen: (what: 'dates' | 'share') => void;
}) => (
  <div className="access-buttons">
    {member.outside ? (
      <Button size="small" aria-label={`Share with ${member.name}`} onClick={() => onOpen('share')}>
        Share
      </Button>
    ) : null}
    <Button size="small" aria-label={`Change dates of ${member.name}`} onClick={() => onOpen('dates')}>
      Change dates
    </Button>
    <Button
      size="small"
      aria-label={`End access now: ${member.name}`}
      disabled={change.busy}
      onClick={() => change.send('leaveTeam', { path: { member: member.id } }, `${member.name} has left the team`)}
    >
      End access now
    </Button>
  </div>
);

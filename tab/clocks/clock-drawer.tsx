import { Button, DrawerBody, DrawerFooter, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ClockExplained } from '#contract/caseload.ts';
import { isLetterForPage } from '../kit/keys.ts';
import { PageLink } from '../kit/page-link.tsx';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import './clocks.css';
import { Explanation } from './explanation.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useCopy } from './use-copy.ts';

/** A date explained, over the page it was pressed on. Focus starts on the heading and returns to the date. */
export const ClockDrawer = ({ clock, onClose }: { clock: string; onClose: () => void }) => {
  const { answer, failed, again } = useAnswer('clock', { clock });
  const { chase, me } = useReach();
  const heading = useRef<HTMLSpanElement>(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'c' || !isLetterForPage(event.nativeEvent) || !answer || !mayBeChased(answer, me.roles)) return;
    event.preventDefault();
    chase(clock);
  };
  const here = answer !== undefined;
  useEffect(() => {
    if (here) heading.current?.focus();
  }, [here]);
  return (
    <OverlayDrawer open position="end" className="clock-drawer" onOpenChange={onClose} onKeyDown={onKey} aria-label="A date explained">
      <DrawerHeader className="clock-header">
        {answer ? (
          <p className="wm-second">
            <span onClickCapture={onClose} role="presentation">
              <PageLink to={`/tab/pupil/${answer.pupil.id}`}>{answer.pupil.name}</PageLink>
            </span>
            {answer.pupil.caseRef ? ` · ${answer.pupil.caseRef}` : ''}
          </p>
        ) : null}
        <DrawerHeaderTitle action={<Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />}>
          <span ref={heading} tabIndex={-1} className="clock-title">
            {answer?.title ?? 'Why this date'}
          </span>
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className="clock-drawer-body">
        {answer ? (
          <>
            <Explanation clock={answer} />
            <ReasonForm key={answer.clock} clock={answer} />
          </>
        ) : failed ? (
          <FailedBar failed={failed} again={again} />
        ) : (
          <SkeletonRows rows={6} />
        )}
      </DrawerBody>
      {answer ? <Foot clock={answer} onClose={onClose} /> : null}
    </OverlayDrawer>
  );
};

const Foot = ({ clock, onClose }: { clock: ClockExplained; onClose: () => void }) => {
  const { chase, me } = useReach();
  const { copy, said } = useCopy();
  const record = (kind: string) => {
    onClose();
    // after focus has gone back to the date: a dialog that opens before it would lose its focus at once
    setTimeout(() => go(`/tab/pupil/${clock.pupil.id}?tab=clocks&record=${kind}`), 0);
  };
  return (
    <DrawerFooter className="clock-foot">
      {mayBeChased(clock, me.roles) ? (
        <Button title="Read and send a chaser" onClick={() => chase(clock.clock)}>
          Chase
        </Button>
      ) : null}
      {clock.metBy.slice(0, 1).map(({ kind, words }) => (
        <Button key={kind} title={words} onClick={() => record(kind)}>
          Record as met
        </Button>
      ))}
      <Button icon={<CopyRegular />} onClick={() => copy(clock.asText)}>
        Copy as text
      </Button>
      <span className="wm-second">{said}</span>
    </DrawerFooter>
  );
};

/** Somebody else's date that is open, and not a family's; a leader reads the dates and does not chase them. */
const mayBeChased = ({ owner, state }: ClockExplained, roles: readonly string[]): boolean =>
  (state === 'running' || state === 'late') &&
  (owner.kind === 'organisation' || owner.kind === 'person') &&
  (roles.includes('coordinator') || !roles.includes('leader'));

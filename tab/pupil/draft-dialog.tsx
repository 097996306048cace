import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { PlanKind, PlanPane } from '#contract/plans.ts';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { freshId } from '../kit/fresh-id.ts';
import { wordAddress } from '../kit/office-links.ts';
import { useReach } from '../kit/reach.ts';
import { counted } from '../kit/stage-words.ts';
import { FailedBar } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';

type Kind = { readonly kind: PlanKind; readonly title: string };

const england: readonly Kind[] = [
  { kind: 'senSupport', title: 'SEN support plan' },
  { kind: 'annualReview', title: 'Annual review report' },
  { kind: 'profile', title: 'One-page profile' },
  { kind: 'transition', title: 'Transition plan' },
];
const unitedStates: readonly Kind[] = [
  { kind: 'iep', title: 'Individualized Education Program' },
  { kind: 'profile', title: 'One-page profile' },
  { kind: 'transition', title: 'Transition plan' },
];

/** What is most likely wanted: in England the council writes the plan itself, and the school the report of its review. */
const firstKind = (pupil: Pupil, kinds: readonly Kind[]): PlanKind =>
  kinds === england && pupil.stage === 'plan' ? 'annualReview' : (kinds[0]?.kind ?? 'senSupport');

/** *Draft plan in Word*: composes the plan from the record and the case folder, files it, and says what is missing. */
export const DraftDialog = ({ pupil, onClose }: { pupil: Pupil; onClose: () => void }) => {
  const { answers, me, announce } = useReach();
  const kinds = nationOf(me.organisation.jurisdiction) === 'idea' ? unitedStates : england;
  const [kind, setKind] = useState<PlanKind>(() => firstKind(pupil, kinds));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const [plan, setPlan] = useState<PlanPane | null>(null);
  const request = useRef(freshId());
  const draft = async () => {
    setBusy(true);
    setFailed(null);
    try {
      const made = await answers.change('draft', { path: { pupil: pupil.id }, body: { request: request.current, kind } });
      setPlan(made);
      announce(`Drafted: ${made.title}, version ${made.version}`);
    } catch (fault) {
      setFailed(fault as CallFailed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{plan ? 'The draft is in the case folder' : `Draft a plan for ${pupil.givenName}`}</DialogTitle>
          <DialogContent>
            {failed ? <FailedBar failed={failed} /> : null}
            {plan ? (
              <Drafted plan={plan} />
            ) : (
              <>
                <RadioGroup
                  aria-label="Kind of plan"
                  value={kind}
                  onChange={(_, chosen) => {
                    request.current = freshId();
                    setKind(chosen.value as PlanKind);
                  }}
                >
                  {kinds.map((each) => (
                    <Radio key={each.kind} value={each.kind} label={each.title} />
                  ))}
                </RadioGroup>
                <p className="wm-second">
                  Every sentence comes from the record or from a document in folder {pupil.caseRef}, and keeps its source. What is missing
                  is marked as a gap. Nothing is sent to anyone.
                </p>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{plan ? 'Close' : 'Cancel'}</Button>
            {plan ? (
              <OpenInWord plan={plan} />
            ) : (
              <Button appearance="primary" disabled={busy} onClick={draft}>
                {busy ? 'Reading the folder…' : 'Draft it'}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

const Drafted = ({ plan }: { plan: PlanPane }) => {
  const stops = plan.missing.filter((gap) => gap.severity === 'stops');
  return (
    <>
      <p>
        {plan.document?.name ?? plan.title} · version {plan.version} · {counted(plan.sources.length, 'source')} ·{' '}
        {counted(plan.checksPassed, 'check')} passed
      </p>
      {plan.missing.length ? (
        <>
          <h3>
            {stops.length
              ? `${counted(stops.length, 'gap')} to fill before it can be finished`
              : `${counted(plan.missing.length, 'point')} to think about`}
          </h3>
          <ul className="pupil-gaps">
            {plan.missing.map((gap) => (
              <li key={gap.id}>
                <UrgencyMark urgency={gap.severity === 'stops' ? 'late' : 'near'} quiet>
                  {gap.title}
                </UrgencyMark>
                <p className="wm-second">{gap.detail}</p>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>Nothing is missing.</p>
      )}
    </>
  );
};

const OpenInWord = ({ plan }: { plan: PlanPane }) => {
  const { wordRoom } = useReach();
  const address = wordAddress(plan.document?.webUrl ?? null, wordRoom, plan.document?.itemId);
  if (!address) return null;
  return (
    <Button appearance="primary" as="a" href={address} target={address.startsWith('ms-') ? undefined : '_blank'}>
      Open in Word
    </Button>
  );
};

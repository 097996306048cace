import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { Following, Whose } from '#contract/following.ts';
import { countWords, dayWords } from '#domain/calendar/wording.ts';
import { DialogFrame } from '../kit/form-dialog.tsx';
import { clockTime, dayAt } from '../kit/moment.ts';
import { useReach } from '../kit/reach.ts';
import { Bar, FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';

type Change = 'makeDateFeed' | 'endDateFeed' | 'followInOutlook' | 'leaveOutlook';
type PartProps = { following: Following; busy: boolean; change: (what: Change) => void };

/** *Follow these dates*: in Outlook, or by an address that any calendar can subscribe to. */
export const FollowDialog = ({ onClose }: { onClose: () => void }) => {
  const { answers, announce } = useReach();
  const asked = useAnswer('following');
  const [whose, setWhose] = useState<Whose>('mine');
  const [address, setAddress] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const following = asked.answer;

  const change = async (what: Change) => {
    setBusy(true);
    setFailed(null);
    try {
      const begins = what === 'makeDateFeed' || what === 'followInOutlook';
      const answer = await answers.change(what, { body: begins ? { whose } : {} });
      answers.put('following', {}, { ...answer, address: null });
      if (what === 'makeDateFeed' || what === 'endDateFeed') setAddress(answer.address);
      announce(SAID[what]);
    } catch (fault) {
      setFailed(fault as CallFailed);
    }
    setBusy(false);
  };

  return (
    <DialogFrame title="Follow these dates" failed={failed} onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
      {asked.failed && !following ? <FailedBar failed={asked.failed} again={asked.again} /> : null}
      {following ? (
        <>
          <p className="wm-second">
            Dates of the coming year as whole days that block nothing, by case reference and without names. They move and go as the record
            says.
          </p>
          <Field label="Which dates" size="small">
            <RadioGroup value={whose} onChange={(_, { value }) => setWhose(value as Whose)}>
              <Radio value="mine" label={`Mine to act on: ${following.dates.mine} in the next 12 months`} />
              <Radio value="all" label={`Both sides: ${following.dates.all} in the next 12 months`} />
            </RadioGroup>
          </Field>
          <OutlookPart following={following} busy={busy} change={(what) => void change(what)} />
          <FeedPart following={following} busy={busy} change={(what) => void change(what)} address={address} />
        </>
      ) : asked.failed ? null : (
        <SkeletonRows rows={4} />
      )}
    </DialogFrame>
  );
};

const SAID: Readonly<Record<Change, string>> = {
  makeDateFeed: 'The address is made. Copy it now: it is not shown again.',
  endDateFeed: 'The address opens nothing any more.',
  followInOutlook: 'The dates are being placed in your Outlook calendar.',
  leaveOutlook: 'The dates are being taken out of your Outlook calendar.',
};

const WHOSE: Readonly<Record<Whose, string>> = { all: 'both sides', mine: 'yours to act on' };

const OutlookPart = ({ following: { outlook }, busy, change }: PartProps) => (
  <section className="compliance-follow" aria-labelledby="follow-outlook">
    <h3 id="follow-outlook">In your Outlook calendar</h3>
    {outlook?.trouble ? <Bar urgency="near">{outlook.trouble}</Bar> : null}
    <p className="wm-second">
      {outlook
        ? `On, ${WHOSE[outlook.whose]}: ${countWords(outlook.entries, 'entry', 'entries')} placed${outlook.placedAt ? '' : ' so far'}.`
        : 'Off. Waymark places entries in your own calendar and takes all of them out again when you switch this off.'}
    </p>
    <div className="compliance-buttons">
      <Button size="small" disabled={busy} onClick={() => change('followInOutlook')}>
        {outlook ? 'Change to the dates chosen above' : 'Switch on'}
      </Button>
      {outlook ? (
        <Button size="small" disabled={busy} onClick={() => change('leaveOutlook')}>
          Switch off
        </Button>
      ) : null}
    </div>
  </section>
);

const FeedPart = ({ following: { feed }, busy, change, address }: PartProps & { address: string | null }) => {
  const { me, announce } = useReach();
  const zone = me.organisation.timeZone;
  const [copied, setCopied] = useState('');
  const copy = async () => {
    const words = await navigator.clipboard.writeText(address ?? '').then(
      () => 'Copied.',
      () => 'This browser does not let Waymark copy. Select the address instead.',
    );
    setCopied(words);
    announce(words);
  };
  return (
    <section className="compliance-follow" aria-labelledby="follow-feed">
      <h3 id="follow-feed">In any other calendar</h3>
      <p className="wm-second">
        {feed
          ? `An address was made ${dayWords(dayAt(feed.madeAt, zone), me.today)}, ${WHOSE[feed.whose]}. ${feed.readAt ? `Last read ${dayWords(dayAt(feed.readAt, zone), me.today)}, ${clockTime(feed.readAt, zone)}.` : 'No calendar has read it yet.'}`
          : 'No address yet. Whoever has it can read these dates, so keep it to yourself; a new one ends the old.'}
      </p>
      {address ? (
        <Field
          label="Address to subscribe to"
          size="small"
          hint="Shown this once. In Outlook: Add calendar, Subscribe from web. On a phone: Add subscription calendar."
        >
          <Input
            size="small"
            readOnly
            value={address}
            contentAfter={
              <Button
                size="small"
                appearance="transparent"
                icon={<CopyRegular />}
                aria-label="Copy the address"
                onClick={() => void copy()}
              />
            }
          />
        </Field>
      ) : null}
      {copied ? (
        <p className="wm-second" role="status">
          {copied}
        </p>
      ) : null}
      <div className="compliance-buttons">
        <Button size="small" disabled={busy} onClick={() => change('makeDateFeed')}>
          {feed ? 'Make a new address' : 'Make an address'}
        </Button>
        {feed ? (
          <Button size="small" disabled={busy} onClick={() => change('endDateFeed')}>
            End it
          </Button>
        ) : null}
      </div>
    </section>
  );
};

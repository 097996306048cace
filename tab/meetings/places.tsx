import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Meeting, Proposal } from '#contract/meetings.ts';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { ExcuseDialog } from './excuse-dialog.tsx';
import type { MeetingChanges } from './use-meeting.ts';

type Place = Proposal['places'][number];

const counted = (places: readonly Place[]): string =>
  `${places.filter(({ fault }) => fault === null).length} of ${places.length} places in order`;

/** Who must be there by law: by whom each place is filled, and what is missing with its citation. Nothing where no law names anybody. */
export const Places = ({ places, wrong = [], end }: { places: readonly Place[]; wrong?: readonly string[]; end?: ReactNode }) =>
  places.length === 0 ? null : (
    <Section title="Who the law asks for" aside={counted(places)} end={end}>
      <ul className="wm-list">
        {places.map(({ id, title, citation, by, fault }) => (
          <li key={id} className="meetings-place">
            <UrgencyMark urgency={fault ? 'near' : 'good'}>{title}</UrgencyMark>
            <span>{fault ?? by.join(', ')}</span>
            <span className="wm-second">{citation}</span>
          </li>
        ))}
        {wrong
          .filter((words) => !places.some(({ fault }) => fault === words))
          .map((words) => (
            <li key={words} className="meetings-place">
              <UrgencyMark urgency="near">Excusal</UrgencyMark>
              <span>{words}</span>
              <span className="wm-second">34 CFR 300.321(e)</span>
            </li>
          ))}
      </ul>
    </Section>
  );

/** The places of a meeting, with a press that says who fills one and who is excused in which form. */
export const MeetingPlaces = ({ meeting, changes, stale }: { meeting: Meeting; changes: MeetingChanges; stale: boolean }) => {
  const [open, setOpen] = useState(false);
  const writes = meeting.can.includes('record') && meeting.people.some(({ excusable }) => excusable);
  return (
    <>
      <Places
        places={meeting.places}
        wrong={meeting.wrongExcusals}
        end={
          writes ? (
            <Button size="small" disabled={stale || changes.busy} onClick={() => setOpen(true)}>
              Places and excusals
            </Button>
          ) : null
        }
      />
      {open ? <ExcuseDialog meeting={meeting} changes={changes} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

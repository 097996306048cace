import { ArrowTrendingRegular } from '@fluentui/react-icons/svg/arrow-trending';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { DocumentEditRegular } from '@fluentui/react-icons/svg/document-edit';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { NoteRegular } from '@fluentui/react-icons/svg/note';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { PersonVoiceRegular } from '@fluentui/react-icons/svg/person-voice';
import type { TimelineEntry } from '#contract/pupils.ts';

export type TimelineKind = TimelineEntry['kind'];

/** Each kind of entry with its sign and its name; the sign never stands without the name. */
export const timelineKinds: Readonly<Record<TimelineKind, { readonly icon: typeof ClockRegular; readonly title: string }>> = {
  clock: { icon: ClockRegular, title: 'Clocks' },
  document: { icon: DocumentRegular, title: 'Documents' },
  call: { icon: CallRegular, title: 'Calls' },
  message: { icon: ChatRegular, title: 'Messages' },
  observation: { icon: EyeRegular, title: 'Observations' },
  measurement: { icon: ArrowTrendingRegular, title: 'Progress points' },
  meeting: { icon: PeopleTeamRegular, title: 'Meetings' },
  plan: { icon: DocumentEditRegular, title: 'Plans' },
  letter: { icon: MailRegular, title: 'Letters' },
  contribution: { icon: PersonVoiceRegular, title: 'Views and advice' },
  'restricted-note': { icon: LockClosedRegular, title: 'Restricted notes' },
  note: { icon: NoteRegular, title: 'Notes' },
  event: { icon: BuildingRegular, title: 'Steps of the council and others' },
  action: { icon: CheckmarkCircleRegular, title: 'Actions' },
};

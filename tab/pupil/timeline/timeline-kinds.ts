import { ArrowTrendingRegular } from '@fluentui/react-icons/svg/arrow-trending';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { BuildingPeopleRegular } from '@fluentui/react-icons/svg/building-people';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { ChatWarningRegular } from '@fluentui/react-icons/svg/chat-warning';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClipboardTaskRegular } from '@fluentui/react-icons/svg/clipboard-task';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { DocumentEditRegular } from '@fluentui/react-icons/svg/document-edit';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { NoteRegular } from '@fluentui/react-icons/svg/note';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { PersonVoiceRegular } from '@fluentui/react-icons/svg/person-voice';
import { PuzzlePieceRegular } from '@fluentui/react-icons/svg/puzzle-piece';
import { SignatureRegular } from '@fluentui/react-icons/svg/signature';
import { TargetRegular } from '@fluentui/react-icons/svg/target';
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
  concern: { icon: ChatWarningRegular, title: 'Concerns and referrals' },
  assessment: { icon: ClipboardTaskRegular, title: 'Screenings and assessments' },
  need: { icon: TargetRegular, title: 'Needs and goals' },
  provision: { icon: PuzzlePieceRegular, title: 'Provision and sessions' },
  consent: { icon: SignatureRegular, title: 'Consents' },
  agency: { icon: BuildingPeopleRegular, title: 'Agencies' },
  meeting: { icon: PeopleTeamRegular, title: 'Meetings' },
  plan: { icon: DocumentEditRegular, title: 'Plans' },
  letter: { icon: MailRegular, title: 'Letters' },
  contribution: { icon: PersonVoiceRegular, title: 'Views and advice' },
  'restricted-note': { icon: LockClosedRegular, title: 'Restricted notes' },
  note: { icon: NoteRegular, title: 'Notes' },
  event: { icon: BuildingRegular, title: 'Steps of the council and others' },
  action: { icon: CheckmarkCircleRegular, title: 'Actions' },
};

/** What a deed in the audit trail is called in a list that a family reads: what was done, in the past tense. */
const WORDS: Readonly<Record<string, string>> = {
  'open-pupil': 'Opened the record',
  'open-timeline': 'Read the timeline',
  'open-events': 'Read what happened in the case',
  'open-letters': 'Opened the letters',
  'open-letter': 'Opened a letter',
  'compose-letter': 'Wrote on a letter',
  'file-letter': 'Filed a letter',
  'change-letter': 'Changed a letter',
  'download-letter': 'Took a letter as a file',
  'give-letter': 'Noted that a letter was given',
  'open-plan-content': 'Read what the plan must contain',
  'open-strategy-marks': 'Read what colleagues say works',
  'open-my-strategies': 'Opened what helps the pupil',
  'open-readings': 'Looked at who has read what helps',
  'answer-strategies': 'Said what works',
  'open-ideas': 'Looked for ideas that could help',
  'open-pupil-privacy': 'Looked at requests to see the record',
  'open-records-request': 'Worked on a request to see the record',
  'ask-for-records': 'Wrote down a request to see the record',
  'decide-passages': 'Decided what of the record can be given',
  'build-records': 'Put the record together for a request',
  'download-records': 'Took the record put together for a request',
  'close-records': 'Closed a request to see the record',
  'list-copies': 'Listed every copy of the record',
  'set-hold': 'Put the record under a hold',
  'lift-hold': 'Lifted the hold on the record',
  'keep-longer': 'Said that the record is kept longer',
  'export-part': 'Took a part of the record as a file',
  'export-list': 'Took a list with the pupil as a file',
  'record-event': 'Recorded what happened in the case',
  'correct-event': 'Corrected what happened in the case',
  'withdraw-event': 'Took out what did not happen so',
  'restore-event': 'Put back what happened in the case',
  'give-late-reason': 'Said why a date was not kept',
  chase: 'Wrote to somebody who owes a date',
  'keep-promise': 'Kept a promise to the family',
  'assign-key-worker': 'Gave the pupil a key worker',
  'plan-review-month': 'Planned the month of the review',
  'follow-outlook': 'Followed a change of a meeting in Outlook',
  'add-entry': 'Wrote into the record of a meeting',
  'next-item': 'Led a meeting on',
  'note-attendance': 'Noted who was at a meeting',
  'finish-meeting': 'Finished the record of a meeting',
  'read-case-folder': 'Read the case folder',
  'draft-exam-application': 'Drafted an application for exam arrangements',
  'import-register': 'Brought the register in',
  'open-existing-plan': 'Opened a plan that others wrote',
  'open-existing-plan-file': 'Opened the file of a plan that others wrote',
  'bring-plan-into-force': 'Brought a plan that others wrote into force',
  'open-access': 'Looked at who may see the record',
  'open-plan': 'Opened a plan',
  'open-meeting': 'Opened a meeting',
  'open-proposal': 'Looked at dates for a review',
  'open-class-sheet': 'Opened the class sheet',
  'explain-clock': 'Read how a date is counted',
  log: 'Added to the log',
  'record-score': 'Recorded a progress point',
  'draft-plan': 'Drafted a plan',
  'compare-document': 'Compared a plan with its document',
  'accept-differences': 'Took changes from a document into the record',
  'accept-passages': 'Accepted passages of a plan',
  'propose-review': 'Looked for dates for a review',
  'book-review': 'Booked a review',
  'mark-action-done': 'Closed an action',
  'join-team': 'Gave somebody a place on the team',
  'change-membership': 'Changed somebody’s time on the team',
  'leave-team': 'Took somebody off the team',
  'share-with': 'Chose what somebody from outside is shown',
  'send-link': 'Sent a link',
  'print-link-letter': 'Printed a letter with a link',
  'read-link-code': 'Read out a code for a link on the telephone',
  'withdraw-link': 'Withdrew a link',
  'propose-contributions': 'Looked at who could be asked',
  'ask-contributions': 'Asked for contributions',
  'open-contributions': 'Opened what people contributed',
  'open-contribution': 'Opened what they were asked',
  'answer-contribution': 'Answered what they were asked',
  'remind-contributions': 'Reminded people who had not answered',
  'end-contributions': 'Ended a request for contributions',
  'report-disclosures': 'Made the report of who has seen the record',
  'visit-link': 'Opened what was sent by link',
  'answer-link': 'Answered by link',
};

/** What was done with entries of a kind, before the kind is named. */
const WITH_ENTRIES: Readonly<Record<string, string>> = {
  'open-entries': 'Opened',
  'entry-history': 'Read the history of',
  'record-entry': 'Added to',
  'change-entry': 'Changed',
  'amend-entry': 'Corrected',
  'undo-entry': 'Took back a change of',
  'withdraw-entry': 'Took something out of',
  'restore-entry': 'Put something back into',
};

/** Deeds that only look. Whatever else is in the trail changed something. */
const LOOKS = /^(open|explain|compare|propose|find|visit|report|export|list|download|read-case)-|^entry-history$/;

/**
 * `Opened the record`; with the titles of a kind of entries, `Opened contacts`, and without them `Opened a part of the record`. A deed
 * without its own words is said by its name.
 */
export const seenWords = (deed: string, entries?: string): string => {
  const done = WITH_ENTRIES[deed];
  if (done) return `${done} ${entries?.toLowerCase() ?? 'a part of the record'}`;
  const bare = deed.replace(/-/g, ' ');
  return WORDS[deed] ?? `${bare[0]?.toUpperCase() ?? ''}${bare.slice(1)}`;
};

/** Whether the deed only looked at the record. */
export const onlyLooked = (deed: string): boolean => LOOKS.test(deed);

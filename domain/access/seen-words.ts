/** What a deed in the audit trail is called in a list that a family reads: what was done, in the past tense. */
const WORDS: Readonly<Record<string, string>> = {
  'open-pupil': 'Opened the record',
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

/** Deeds that only look. Whatever else is in the trail changed something. */
const LOOKS = /^(open|explain|compare|propose|find|visit|report|export)-/;

/** `Opened the record`. A deed without its own words is said by its name. */
export const seenWords = (deed: string): string => {
  const bare = deed.replace(/-/g, ' ');
  return WORDS[deed] ?? `${bare[0]?.toUpperCase() ?? ''}${bare.slice(1)}`;
};

/** Whether the deed only looked at the record. */
export const onlyLooked = (deed: string): boolean => LOOKS.test(deed);

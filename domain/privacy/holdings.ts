/*
 * What the tables of the record are called where a family reads them, and which of them are not handed over, with the reason. Which
 * tables are about a pupil is not said here: the database finds them by their keys (waymark.pupil_table).
 */

/** Titles of parts as a reader meets them, in the order of the export; a table without one is named after itself, at the end. */
export const HOLDING_TITLES: Readonly<Record<string, string>> = {
  pupil: 'The pupil',
  contact: 'Contacts',
  need: 'Needs',
  profile_line: 'Strengths, difficulties and what works',
  concern: 'Concerns',
  referral: 'Referrals',
  screening: 'Screenings',
  assessment: 'Assessments',
  contribution: 'Views and advice',
  contribution_request: 'Requests for views and advice',
  contribution_asked: 'Who was asked, and what they answered',
  goal: 'Goals',
  measurement: 'Progress points',
  provision_line: 'Provision',
  strategy_mark: 'What colleagues say of strategies',
  strategy_reading: 'Who has read what helps',
  promise_kept: 'Promises to the family that were kept',
  accommodation: 'Accommodations',
  lesson_observation: 'Lesson observations',
  exam_arrangement: 'Exam arrangements',
  exam_evidence: 'Normal way of working, by subject',
  exam_score: 'Assessors’ scores for exam arrangements',
  exam_notice: 'Data-protection notices for exams',
  session: 'Sessions',
  plan: 'Plans',
  plan_version: 'Versions of plans',
  plan_difference: 'Changes found in plan documents',
  passage_accepted: 'Passages accepted',
  meeting: 'Meetings',
  meeting_person: 'People asked to meetings',
  meeting_entry: 'What was said and decided in meetings',
  action: 'Actions',
  log_entry: 'Log of calls, observations and notes',
  consent: 'Consents',
  removal: 'Suspensions and other removals',
  part_time: 'Part-time timetables',
  case_event: 'Events of the case',
  clock: 'Dates counted from the events',
  clock_move: 'Dates that were shown before',
  document: 'Documents in the case folder',
  team_member: 'Team around the pupil',
  class_pupil: 'Classes',
  roll_over_move: 'Steps from one school year into the next',
  record_edition: 'Earlier wordings',
  records_request: 'Requests to see the record',
  legal_hold: 'Holds',
  retention_decision: 'Decisions to keep the record longer',
  agency: 'Agencies',
  outside_referral: 'Referrals to agencies',
  document_note: 'Notes on documents',
  link: 'Links sent',
  chaser: 'Letters and e-mails that chased a date',
  reminder: 'Reminders of dates',
  letter: 'Letters written',
  records_finding: 'Passages decided for an archive',
  records_piece: 'Archives built',
  case_facts: 'Facts kept for the caseload',
  case_change: 'Marks that the kept facts are out of date',
};

/** Tables about the pupil that a person who asks is not given, and why. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  case_facts: 'a kept copy of what other parts say, made for speed',
  case_change: 'a mark that the kept copy is out of date',
  existing_plan: 'a plan on its way in: its file is among the documents, what was confirmed of it stands in the parts above',
  existing_plan_line: 'lines of such a plan as they were read',
  register_link_fact: 'what a workbook last said: a copy of what other parts say',
  register_write: 'how an import changed other parts, kept so that it can be undone',
  reminder: 'who was reminded of which date, by ids alone; the dates themselves stand in the parts above',
  records_finding: 'the work of preparing this export',
  records_piece: 'the export itself',
  reflection: 'a colleague’s private reflections, which are theirs',
};

/** Tables that hold nothing about one pupil; a test asks for a line here when a new one is made. */
export const NOT_ABOUT_A_PUPIL: Readonly<Record<string, string>> = {
  organisation: 'the school or trust itself',
  school: 'a school',
  person: 'staff and specialists',
  role_grant: 'roles of staff',
  role_group: 'which groups of the directory give which role',
  class: 'classes',
  language_review: 'which languages a native speaker has checked',
  class_teacher: 'who teaches a class',
  lesson: 'the timetable',
  caseload_view: 'filters of the caseload under a name',
  report_item: 'what the school writes for all families, item by item',
  report_edition: 'that report as it was published',
  calendar_change: 'how a school’s calendar was changed',
  counter: 'numbers given out',
  roll_over: 'the step of a school into a new year: how many, when and by whom; what became of each pupil stands in its moves',
  roll_over_teacher: 'who takes a class in the new year',
  reminder_rule: 'how far ahead people are told of dates',
  exam_date: 'dates by which exam arrangements are asked for',
  guidance_entry: 'strategies, session plans and links of the school, about no pupil',
  guidance_edition: 'their earlier wordings',
  date_feed: 'calendar feeds of staff',
  feed_notice_off: 'which notices in Teams staff have turned off',
  outlook_entry: 'dates in calendars of staff, by the case alone; one whose record is gone is taken out the next morning',
  outlook_follow: 'who has dates put into their Outlook calendar',
  roster_import: 'how an import went',
  register_link: 'where a workbook lies that can be read again',
  register_reading: 'a workbook that is being looked at: gone after two days',
  register_row: 'rows of a workbook that is being looked at: gone after two days',
  register_columns: 'which column of a workbook held what',
  register_import: 'how an import of a register went',
  register_rejection: 'which rows an import refused and why, without what they said: gone after 30 days',
  roster_rejection: 'rows an import refused; searched by what they mention',
  roster_link:
    'what a pupil system calls a record; what it said of an erased one is forgotten, the tie stays so that it does not come back',
  roster_doubt: 'people of a roster who may be the same; those of an erased record go',
  sync_collection: 'how far Microsoft 365 has been read',
  sync_thing: 'what Microsoft 365 last said of a thing; of an erased record it is forgotten',
  sync_run: 'how a reading went',
  sync_change: 'what a reading changed, by id',
  outside_minute: 'how Microsoft 365 answered in the last hour: counts alone',
  job_given_up: 'work of the queue that was given up, with the reason',
  own_mornings: 'when somebody wants to hear from the bot',
  last_look: 'when somebody last looked at Today',
  cover: 'who takes a class for a day',
  audit_entry: 'who did what: kept, with ids and no names',
  audit_seal: 'the seals of the audit trail: kept',
  conversation: 'chats of the bot; those of the pupil’s meetings are unlinked',
  sent_card: 'cards of the bot; searched by what they mention',
  bot_turn: 'that a message to the bot was answered, by Teams’ own ids, for a day',
  deed_done: 'answers kept for a retry; searched by what they mention',
  told_time: 'when people said they can come; searched by what they mention',
  letter_sent: 'that a letter went; searched by what it mentions',
  token_cache: 'sign-ins of staff, encrypted',
  watch: 'what Microsoft 365 was asked to tell of; nothing of a pupil',
  library_mark: 'how far the library’s changes have been read; nothing of a pupil',
  erasure: 'how an erasure went: kept',
  erasure_step: 'how an erasure went: kept',
  tombstone: 'that a record was erased: kept',
};

/** Searched for an erased record’s ids and case, because no key leads to them. */
export const MENTIONING_TABLES = ['deed_done', 'letter_sent', 'told_time', 'sent_card', 'roster_rejection'] as const;

/** What stays of a pupil whose entry on the roll is kept: the entry itself and the classes. */
export const ROLL_TABLES: readonly string[] = ['pupil', 'class_pupil'];

/** A table’s title: the house’s word, or its own name made readable. */
export const holdingTitle = (table: string): string => HOLDING_TITLES[table] ?? readable(table);

/** `minutes_document_id` as *Minutes document*. */
export const readable = (name: string): string => {
  const words = name
    .replace(/_(id|day)$/, '')
    .replaceAll('_', ' ')
    .trim();
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
};

/** Tables in the order in which a reader meets them. */
export const inReadingOrder = (tables: readonly string[]): string[] => {
  const order = Object.keys(HOLDING_TITLES);
  const place = (table: string) => (order.includes(table) ? order.indexOf(table) : order.length);
  return [...tables].sort((one, other) => place(one) - place(other) || one.localeCompare(other));
};

/** Tables so that each comes before those its rows point at: the order in which rows can go. */
export const inErasingOrder = (tables: readonly { readonly name: string; readonly parents: readonly string[] }[]): string[] => {
  const known = new Map(tables.map((table) => [table.name, table]));
  const ordered: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (ordered.includes(name) || path.includes(name)) return;
    for (const parent of known.get(name)?.parents ?? []) if (known.has(parent)) visit(parent, [...path, name]);
    ordered.push(name);
  };
  for (const { name } of tables) visit(name, []);
  return ordered.reverse();
};

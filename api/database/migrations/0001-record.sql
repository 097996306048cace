-- The record. Every primary, unique and foreign key leads with organisation_id: row level security, and one day sharding by it
-- (docs/decisions), rest on that, and tests/api/database/catalogue.test.ts holds the schema to it.
-- Deadlines, birthdays and reviews are days (`date`); only what happens at a moment is `timestamptz`.

create schema if not exists waymark;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

create table waymark.organisation (
  organisation_id uuid primary key,          -- the Entra tenant id
  name text not null,
  jurisdiction text not null default 'england',
  time_zone text not null default 'Europe/London',
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table waymark.school (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  external_id text,
  name text not null,
  calendar jsonb not null default '{}',       -- terms, closures, school day: domain/calendar/school-calendar
  primary key (organisation_id, id)
);
create unique index school_external on waymark.school (organisation_id, external_id) where external_id is not null;

-- Staff, specialists and outside professionals. A pupil or a parent is not a person here.
create table waymark.person (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  entra_id uuid,
  external_id text,
  given_name text not null,
  surname text not null,
  email text,
  job_title text,
  employer text,                              -- null: this school; else the agency or council
  left_on date,
  primary key (organisation_id, id)
);
create unique index person_entra on waymark.person (organisation_id, entra_id) where entra_id is not null;
create unique index person_external on waymark.person (organisation_id, external_id) where external_id is not null;

create table waymark.role_grant (
  organisation_id uuid not null,
  person_id uuid not null,
  school_id uuid not null,
  role text not null check (role in ('coordinator','leader','teacher','assistant','specialist','administrator','auditor')),
  from_day date not null default current_date,
  to_day date,
  primary key (organisation_id, person_id, school_id, role),
  foreign key (organisation_id, person_id) references waymark.person,
  foreign key (organisation_id, school_id) references waymark.school
);

create table waymark.pupil (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  external_id text,
  case_ref text,                              -- WM-0412; null while not on the support register
  given_name text not null,
  surname text not null,
  known_as text,
  birthday date,
  sex text,
  year_group smallint,                        -- Reception = 0
  class_name text,
  stage text not null default 'none' check (stage in ('none','monitoring','support','assessment','plan')),
  stage_since date,
  home_language text,
  english_since date,
  attendance_percent numeric(5,2),
  attendance_as_of date,
  key_worker_id uuid,
  on_roll_from date,
  left_on date,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, school_id) references waymark.school,
  foreign key (organisation_id, key_worker_id) references waymark.person (organisation_id, id)
);
create unique index pupil_case on waymark.pupil (organisation_id, case_ref) where case_ref is not null;
create unique index pupil_external on waymark.pupil (organisation_id, external_id) where external_id is not null;
create index pupil_register on waymark.pupil (organisation_id, school_id) where stage <> 'none' and left_on is null;
create index pupil_name on waymark.pupil using gin ((lower(given_name || ' ' || surname || ' ' || coalesce(case_ref, ''))) gin_trgm_ops);

create table waymark.class (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  external_id text,
  name text not null,
  subject text,
  year_group smallint,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, school_id) references waymark.school
);
create unique index class_external on waymark.class (organisation_id, external_id) where external_id is not null;

create table waymark.class_teacher (
  organisation_id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date,
  primary key (organisation_id, class_id, person_id, from_day),
  foreign key (organisation_id, class_id) references waymark.class,
  foreign key (organisation_id, person_id) references waymark.person
);
create index class_teacher_person on waymark.class_teacher (organisation_id, person_id);

create table waymark.class_pupil (
  organisation_id uuid not null,
  class_id uuid not null,
  pupil_id uuid not null,
  from_day date not null,
  to_day date,
  primary key (organisation_id, class_id, pupil_id, from_day),
  foreign key (organisation_id, class_id) references waymark.class,
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index class_pupil_pupil on waymark.class_pupil (organisation_id, pupil_id);

-- The team around a pupil: the relation that opens a record to someone, from–to.
create table waymark.team_member (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  relation text not null check (relation in ('coordinates','manages-case','supports','teaches','advises')),
  role_words text,                            -- "tutor, maths"
  from_day date not null,
  to_day date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil,
  foreign key (organisation_id, person_id) references waymark.person
);
create index team_member_pupil on waymark.team_member (organisation_id, pupil_id);
create index team_member_person on waymark.team_member (organisation_id, person_id);

create table waymark.need (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  rank smallint not null,                     -- 1 = primary
  code text not null,                         -- SLCN, ASD … or an IDEA category
  area text,
  description text not null,
  source text,
  from_day date,
  to_day date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index need_pupil on waymark.need (organisation_id, pupil_id);

-- Strengths, what makes things hard, what works: the lines of the one-page profile.
create table waymark.profile_line (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  kind text not null check (kind in ('strength','difficulty','strategy')),
  rank smallint not null,
  words text not null,
  said_by text,
  on_day date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index profile_line_pupil on waymark.profile_line (organisation_id, pupil_id);

create table waymark.contact (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  given_name text not null,
  surname text not null,
  relation text not null,
  parental_responsibility boolean not null default false,
  email text,
  phone text,
  language text,
  needs_interpreter boolean not null default false,
  prefers text,                               -- "phone, after 15:00"
  restriction text,                           -- null: may be reached; else the ground, seen by whom and when
  restricted_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index contact_pupil on waymark.contact (organisation_id, pupil_id);

create table waymark.contribution (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  asked_of text not null,                     -- "Fiona Reid, mother"
  person_id uuid,
  contact_id uuid,
  kind text not null check (kind in ('parent-view','pupil-view','teacher-view','advice','report')),
  for_what text,
  asked_on date,
  due_on date,
  received_on date,
  words text,
  document_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index contribution_pupil on waymark.contribution (organisation_id, pupil_id);

create table waymark.goal (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  rank smallint not null,
  words text not null,
  area text,
  measure text,                               -- "words written in ten minutes"
  unit text,
  baseline numeric,
  baseline_on date,
  criterion text,
  target numeric,
  target_on date,
  improves text not null default 'up' check (improves in ('up','down')),
  state text not null default 'open' check (state in ('open','met','stopped')),
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index goal_pupil on waymark.goal (organisation_id, pupil_id);

create table waymark.measurement (
  organisation_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  pupil_id uuid not null,
  on_day date not null,
  value numeric not null,
  by_person uuid,
  note text,
  primary key (organisation_id, id),
  foreign key (organisation_id, goal_id) references waymark.goal,
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index measurement_goal on waymark.measurement (organisation_id, goal_id, on_day);
create index measurement_pupil on waymark.measurement (organisation_id, pupil_id);

create table waymark.provision_line (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  rank smallint not null,
  what text not null,
  who text,
  person_id uuid,
  minutes smallint,
  times_a_week numeric(4,1),
  group_size smallint,
  place text,
  from_day date,
  to_day date,
  yearly_cost numeric(10,2),
  need_id uuid,
  goal_id uuid,
  last_session_on date,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index provision_line_pupil on waymark.provision_line (organisation_id, pupil_id);

create table waymark.plan (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  kind text not null,                         -- senSupport, ehcp, iep, profile, annualReview, transition
  state text not null check (state in ('draft','in-consultation','agreed','in-force','superseded')),
  current_version integer not null default 1,
  in_force_from date,
  in_force_to date,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index plan_pupil on waymark.plan (organisation_id, pupil_id);

-- Versions are never changed: a save back adds one. `fields` is tag → text as agreed; `blocks` as composed, with sources.
create table waymark.plan_version (
  organisation_id uuid not null,
  plan_id uuid not null,
  version integer not null,
  template text not null,
  template_version integer not null,
  fields jsonb not null,
  blocks jsonb not null,
  document_id uuid,
  made_by uuid,
  made_at timestamptz not null default now(),
  note text,
  primary key (organisation_id, plan_id, version),
  foreign key (organisation_id, plan_id) references waymark.plan
);

-- What an edited document says that the record does not, waiting for a person.
create table waymark.plan_difference (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  base_version integer not null,
  tag text not null,
  label text not null,
  as_issued text,
  in_record text,
  in_document text,
  state text not null,
  edited_by text,
  found_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid,
  choice text,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references waymark.plan
);
create index plan_difference_open on waymark.plan_difference (organisation_id, plan_id) where settled_at is null;

-- A file in the case folder, known by its driveItem. The bytes live in SharePoint, not here.
create table waymark.document (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  drive_id text,
  item_id text,
  etag text,
  name text not null,
  kind text not null,
  from_whom text,
  filed_on date,
  web_url text,
  read_etag text,                             -- the ETag that `reading` was made from
  reading jsonb,                              -- what the reader found: headings, recommendations, fields
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index document_pupil on waymark.document (organisation_id, pupil_id);
create unique index document_item on waymark.document (organisation_id, drive_id, item_id) where item_id is not null;

create table waymark.meeting (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  purpose text not null,                      -- annual-review, support-review, parent-meeting
  state text not null check (state in ('proposed','being-booked','booked','running','held','reported','cancelled')),
  window_from date,
  window_to date,
  window_why jsonb,
  proposal jsonb,                             -- slots offered, with reasons and who can come
  starts_at timestamptz,
  ends_at timestamptz,
  place text,
  agreed_how text,
  event_id text,
  event_etag text,
  join_url text,
  thread_id text,
  organiser_id uuid,
  transaction_id uuid,
  agenda jsonb not null default '[]',
  current_item smallint,
  off_record_since timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  minutes_document_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index meeting_pupil on waymark.meeting (organisation_id, pupil_id);
create index meeting_start on waymark.meeting (organisation_id, starts_at);
create unique index meeting_one_open_review on waymark.meeting (organisation_id, pupil_id, purpose)
  where state in ('proposed','being-booked','booked','running');

create table waymark.meeting_person (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid,
  contact_id uuid,
  name text not null,
  role_words text not null,
  why text not null,                          -- "Must be invited", "Team", "Needed"
  required boolean not null,
  email text,
  reply text,                                 -- yes, no, tentative, null = not asked
  attended text check (attended in ('present','online','absent','left-early')),
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references waymark.meeting
);
create index meeting_person_meeting on waymark.meeting_person (organisation_id, meeting_id);

create table waymark.meeting_entry (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  item smallint,
  kind text not null check (kind in ('decision','view','disagreement','off-record','note')),
  words text,                                 -- null for off-record: only its times are kept
  said_by text,
  at timestamptz not null default now(),
  until timestamptz,
  by_person uuid,
  outcome text,                               -- how a decision ended: changed the plan, or closed with a reason
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references waymark.meeting
);
create index meeting_entry_meeting on waymark.meeting_entry (organisation_id, meeting_id);

create table waymark.action (
  organisation_id uuid not null,
  id uuid not null,
  number integer not null,                    -- "done 3"
  pupil_id uuid,
  meeting_id uuid,
  meeting_item smallint,
  words text not null,
  owner_id uuid,
  owner_name text,
  due_on date,
  done_on date,
  done_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index action_owner on waymark.action (organisation_id, owner_id) where done_on is null;
create index action_pupil on waymark.action (organisation_id, pupil_id);
create unique index action_number on waymark.action (organisation_id, number);

create table waymark.counter (
  organisation_id uuid not null references waymark.organisation,
  name text not null,
  value bigint not null,
  primary key (organisation_id, name)
);

-- What happened in a case, in the words the clocks understand (domain/timelines/case-event). Clocks are computed from these.
create table waymark.case_event (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  kind text not null,
  on_day date not null,
  party text,
  document_id uuid,
  details jsonb not null default '{}',
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index case_event_pupil on waymark.case_event (organisation_id, pupil_id);

-- Clocks as last counted: derived from case_event, kept so that a caseload is one read.
create table waymark.clock (
  organisation_id uuid not null,
  pupil_id uuid not null,
  rule text not null,
  trigger_id text not null,
  due_on date not null,
  owed_by text not null,
  owner_words text,
  state text not null,
  met_on date,
  shown jsonb not null,                       -- title, reason and what the explanation needs
  counted_at timestamptz not null default now(),
  primary key (organisation_id, pupil_id, rule, trigger_id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index clock_open on waymark.clock (organisation_id, due_on) where state in ('running','late');

-- Everything else on the timeline: calls, observations, notes, letters.
create table waymark.log_entry (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  kind text not null check (kind in ('call','message','observation','visit','note','restricted-note','letter')),
  on_day date not null,
  at timestamptz not null default now(),
  words text not null,
  contact_id uuid,
  with_whom text,
  minutes smallint,
  promise text,
  promise_due date,
  by_person uuid,
  by_words text,
  open_to uuid[],
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index log_entry_pupil on waymark.log_entry (organisation_id, pupil_id, on_day);

create table waymark.consent (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  scope text not null,
  received_on date,
  expires_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index consent_pupil on waymark.consent (organisation_id, pupil_id);

-- Roster imports: one row a run, one row a rejected line.
create table waymark.roster_import (
  organisation_id uuid not null,
  id uuid not null,
  digest text not null,
  shape text not null,
  counts jsonb not null,
  imported_at timestamptz not null default now(),
  imported_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references waymark.organisation
);
create table waymark.roster_rejection (
  organisation_id uuid not null,
  import_id uuid not null,
  number integer not null,
  file text not null,
  line integer not null,
  column_name text,
  value text,
  reason text not null,
  primary key (organisation_id, import_id, number),
  foreign key (organisation_id, import_id) references waymark.roster_import
);

-- The audit trail: plain rows appended by every deed; sealed in batches by a worker, so readers never wait for one another.
create table waymark.audit_entry (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor uuid,
  actor_words text,
  deed text not null,
  about text,                                 -- pupil id, or the digest of the ids of an opened list
  subject_count integer,
  details jsonb not null default '{}',
  door text not null,
  primary key (organisation_id, id)
);
create index audit_entry_at on waymark.audit_entry (organisation_id, at);
create index audit_entry_about on waymark.audit_entry (organisation_id, about);

create table waymark.audit_seal (
  organisation_id uuid not null,
  number bigint not null,
  sealed_at timestamptz not null default clock_timestamp(),
  entry_ids uuid[] not null,
  previous_hash text not null,
  hash text not null,
  primary key (organisation_id, number)
);

-- Bot conversations: the reference whole, refreshed on every turn.
create table waymark.conversation (
  organisation_id uuid not null,
  conversation_id text not null,
  kind text not null,
  person_id uuid,
  meeting_id uuid,
  reference jsonb not null,
  closed_at timestamptz,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, conversation_id)
);
create index conversation_person on waymark.conversation (organisation_id, person_id);

-- Cards the bot has sent, so that an old card can say that things moved on, and be replaced.
create table waymark.sent_card (
  organisation_id uuid not null,
  card_id text not null,
  conversation_id text not null,
  activity_id text,
  about text,
  sent_at timestamptz not null default now(),
  primary key (organisation_id, conversation_id, card_id)
);

-- A deed that a client may retry answers the second time what it answered the first time.
create table waymark.deed_done (
  organisation_id uuid not null,
  request_id uuid not null,
  deed text not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (organisation_id, request_id)
);

-- msal-node's cache, one encrypted row a partition (home account or application).
create table waymark.token_cache (
  organisation_id uuid not null,
  partition text not null,
  cipher bytea not null,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, partition)
);

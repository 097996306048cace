-- The whole record: every kind of fact of domain/record/kinds has a table, and every edition of an entry is kept.
--
-- A row of a kind's table is an entry as it stands. A change gives it a new version and puts the row as it was into `record_edition`; an
-- entry taken out leaves its table for `record_edition` altogether, so that nobody who reads the table meets it. Both happen in triggers,
-- whoever writes: a form, a plan saved back from Word, an import.

create table waymark.concern (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  words text not null,
  raised_on date not null,
  raised_by_id uuid,
  raised_by_words text,
  areas text[],
  examples text,
  strengths text,
  tried text,
  parent_view text,
  outcome text,
  outcome_why text,
  outcome_on date,
  look_again_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.referral (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  to_whom text not null,
  words text not null,
  raised_on date not null,
  raised_by_id uuid,
  raised_by_words text,
  areas text[],
  examples text,
  strengths text,
  tried text,
  parent_view text,
  pupil_view text,
  sent_on date,
  received_on date,                           -- by the council or district: their clock runs from this day
  received_how text,
  outcome text,
  outcome_why text,
  outcome_on date,
  look_again_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.screening (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  instrument text not null,
  edition text,
  on_day date not null,
  raw numeric,
  raw_most numeric,
  standard numeric,
  norm_group text,
  mean numeric,
  sd numeric,
  reliability numeric,
  level text,
  method text,
  low numeric,
  high numeric,
  attendance numeric,
  language text,
  read_with text,
  by_id uuid,
  not_tested text,
  outcome text,
  outcome_why text,
  outcome_on date,
  look_again_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.assessment (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  sort text not null,
  instrument text not null,
  edition text,
  on_day date not null,
  raw numeric,
  raw_most numeric,
  standard numeric,
  norm_group text,
  mean numeric,
  sd numeric,
  reliability numeric,
  level text,
  method text,
  low numeric,
  high numeric,
  attendance numeric,
  language text,
  read_with text,
  by_id uuid,
  by_words text,
  findings text,
  advice text,
  document_id uuid,
  confirmed boolean,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.accommodation (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  sort text not null,
  words text not null,
  places text[],
  barrier text,
  need_id uuid,
  evidence text,
  from_day date,
  to_day date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.session (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  line_id uuid,
  intervention_id uuid,
  on_day date not null,
  state text not null,
  planned integer,
  minutes integer,
  why_not text,
  person_id uuid,
  missed text,
  note text,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index session_line on waymark.session (organisation_id, line_id, on_day) where line_id is not null;

create table waymark.intervention (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  name text not null,
  target text not null,
  wave text,
  state text not null,
  person_id uuid,
  goal_id uuid,
  group_name text,
  group_size integer,
  from_day date not null,
  to_day date,
  minutes integer,
  times_a_week numeric,
  sessions_planned integer,
  measure text,
  entry_score numeric,
  entry_on date,
  exit_score numeric,
  exit_on date,
  standard_error numeric,
  no_exit_why text,
  stopped_why text,
  next_step text,
  misses text,
  rate integer,                               -- pence an hour
  weeks integer,
  materials integer,                          -- pence
  training text,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.agency (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  name text not null,
  sort text,
  professional text,
  person_id uuid,
  role text,
  phone text,
  email text,
  from_day date,
  to_day date,
  next_visit date,
  waits_for text,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.outside_referral (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  agency_id uuid,
  to_whom text not null,
  for_what text not null,
  state text not null,
  sent_on date not null,
  received_on date,
  consent boolean,
  expected_on date,
  chased_on date,
  chased_how text,
  ended_on date,
  outcome text,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.document_note (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  document_id uuid,
  title text,
  on_day date not null,
  from_whom text,
  words text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

-- What forms ask for and the first tables did not hold.
alter table waymark.profile_line add column barrier text;
alter table waymark.goal add column need_id uuid, add column ready boolean, add column stopped_why text;
alter table waymark.provision_line add column section text;
alter table waymark.contact add column rights text, add column address text, add column format text;
alter table waymark.consent
  add column purpose text, add column contact_id uuid, add column asked_on date, add column signed_on date, add column refused_on date,
  add column withdrawn_on date, add column how text, add column document_id uuid;

-- Editions that have been replaced, and entries that were taken out. Rows are added and never changed.
create table waymark.record_edition (
  organisation_id uuid not null,
  source text not null,                       -- the table the entry stands in, or stood in
  entry_id uuid not null,
  version integer not null,
  pupil_id uuid not null,
  row jsonb not null,                         -- the whole row of that edition
  primary key (organisation_id, source, entry_id, version),
  foreign key (organisation_id, pupil_id) references waymark.pupil on delete cascade
);
create index record_edition_pupil on waymark.record_edition (organisation_id, pupil_id, source);
grant select, insert, delete on waymark.record_edition to waymark_app;
alter table waymark.record_edition enable row level security;
create policy own_organisation on waymark.record_edition to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- An event of a case that an entry of the record stands behind: a consent's day of receipt, the day a council received a request.
alter table waymark.case_event add column entry_id uuid;
create index case_event_entry on waymark.case_event (organisation_id, entry_id) where entry_id is not null;

-- A new version for every change that a reader could see. Who bumps the version says who changed it and when; where nobody said so, that
-- stays open.
create function waymark.next_version() returns trigger language plpgsql as $$
declare
  unseen constant text[] := array['version','made_at','made_by','changed_at','changed_by','deed','reason','amended','last_session_on','recorded_at'];
begin
  if new.version > old.version then
    new.version := old.version + 1;
  elsif (to_jsonb(new) - unseen) <> (to_jsonb(old) - unseen) then
    new.version := old.version + 1;
    new.changed_at := clock_timestamp();
    new.changed_by := null;
    new.deed := 'changed';
    new.reason := null;
  else
    new.version := old.version;
  end if;
  return new;
end $$;

create function waymark.keep_edition() returns trigger language plpgsql as $$
begin
  insert into waymark.record_edition (organisation_id, source, entry_id, version, pupil_id, row)
  select w.organisation_id, tg_table_name, w.id, w.version, w.pupil_id, to_jsonb(w)
    from was w join changed c on c.organisation_id = w.organisation_id and c.id = w.id and c.version <> w.version;
  return null;
end $$;

-- A row that is deleted without a word is an entry taken out by nobody in particular.
create function waymark.keep_last_edition() returns trigger language plpgsql as $$
begin
  insert into waymark.record_edition (organisation_id, source, entry_id, version, pupil_id, row)
  select w.organisation_id, tg_table_name, w.id, w.version, w.pupil_id, to_jsonb(w) from was w
  union all
  select w.organisation_id, tg_table_name, w.id, w.version + 1, w.pupil_id, to_jsonb(w) || jsonb_build_object('version', w.version + 1,
         'deed', 'withdrawn', 'changed_at', clock_timestamp(), 'changed_by', null, 'reason', null) from was w where w.deed <> 'withdrawn';
  return null;
end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['concern','referral','screening','assessment','accommodation','session','intervention','agency','outside_referral','document_note'] loop
    execute format('create index %1$s_pupil on waymark.%1$I (organisation_id, pupil_id)', kept);
    execute format('grant select, insert, update, delete on waymark.%I to waymark_app', kept);
    execute format('alter table waymark.%I enable row level security', kept);
    execute format('create policy own_organisation on waymark.%I to waymark_app
      using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)
      with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', kept);
  end loop;
  foreach kept in array array['concern','referral','screening','assessment','accommodation','session','intervention','agency','outside_referral','document_note',
                              'need','profile_line','goal','provision_line','contact','contribution','consent','log_entry'] loop
    execute format('alter table waymark.%I
      add column if not exists version integer not null default 1,
      add column made_at timestamptz not null default now(),
      add column made_by uuid,
      add column changed_at timestamptz not null default now(),
      add column changed_by uuid,
      add column deed text not null default ''made'',
      add column reason text,
      add column amended jsonb', kept);
  end loop;
  -- What the first tables knew of writers and moments, before the keeping of editions begins.
  update waymark.log_entry set made_at = at, made_by = by_person, changed_at = at, changed_by = by_person;
  update waymark.contribution set made_at = recorded_at, changed_at = recorded_at;
  foreach kept in array array['concern','referral','screening','assessment','accommodation','session','intervention','agency','outside_referral','document_note',
                              'need','profile_line','goal','provision_line','contact','contribution','consent','log_entry'] loop
    execute format('create trigger next_version before update on waymark.%I for each row execute function waymark.next_version()', kept);
    execute format('create trigger keep_edition after update on waymark.%I
      referencing old table as was new table as changed for each statement execute function waymark.keep_edition()', kept);
    execute format('create trigger keep_last_edition after delete on waymark.%I
      referencing old table as was for each statement execute function waymark.keep_last_edition()', kept);
  end loop;
end $$;

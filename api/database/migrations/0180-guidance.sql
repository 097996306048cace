-- Exam access arrangements and lesson observations as kinds of the record; dates of exam seasons; the school's own guidance.

create table waymark.lesson_observation (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  on_day date not null,
  lesson text not null,
  teacher_id uuid,
  minutes integer,
  looked_at text[],
  goes_well text not null,
  gets_in_the_way text,
  barrier text,
  next_step text not null,
  look_again_on date,
  shared boolean,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.exam_arrangement (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  arrangement text not null,
  words text,
  need_id uuid,
  why text,
  state text not null,
  from_day date,
  applied_on date,
  approved_on date,
  reference text,
  expires_on date,
  document_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.exam_evidence (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  subject text not null,
  on_day date not null,
  arrangement text not null,
  setting text not null,
  how_used text not null,
  words text not null,
  teacher_id uuid,
  document_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.exam_score (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  area text not null,
  instrument text not null,
  edition text,
  on_day date not null,
  standard integer not null,
  assessor text not null,
  qualification text not null,
  seen_on date,
  findings text,
  document_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

create table waymark.exam_notice (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  given_on date not null,
  signed_on date,
  signed_by text,
  document_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

-- A date of an exam season as the school has copied it; without a row the date that Waymark brings holds.
create table waymark.exam_date (
  organisation_id uuid not null references waymark.organisation,
  season text not null check (season ~ '^\d{4}-(january|summer|autumn)$'),
  date text not null,
  on_day date not null,
  source text,
  version integer not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (organisation_id, season, date),
  foreign key (organisation_id, changed_by) references waymark.person (organisation_id, id)
);

-- Strategies of the school, session plans, co-teaching plans and links to class materials: of the house, about no pupil.
create table waymark.guidance_entry (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  kind text not null check (kind in ('strategy', 'session-plan', 'co-teaching', 'material')),
  class_id uuid,
  words jsonb not null,
  version integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  deed text not null,
  retired boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, class_id) references waymark.class (organisation_id, id),
  foreign key (organisation_id, made_by) references waymark.person (organisation_id, id),
  foreign key (organisation_id, changed_by) references waymark.person (organisation_id, id)
);

-- Every edition of it, the standing one included.
create table waymark.guidance_edition (
  organisation_id uuid not null,
  entry_id uuid not null,
  version integer not null,
  words jsonb not null,
  class_id uuid,
  retired boolean not null,
  deed text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, entry_id, version),
  foreign key (organisation_id, entry_id) references waymark.guidance_entry (organisation_id, id)
);

do $$
declare
  kept text;
begin
  foreach kept in array array['lesson_observation','exam_arrangement','exam_evidence','exam_score','exam_notice'] loop
    execute format('create index %1$s_pupil on waymark.%1$I (organisation_id, pupil_id)', kept);
    execute format('alter table waymark.%I
      add column version integer not null default 1,
      add column made_at timestamptz not null default now(),
      add column made_by uuid,
      add column changed_at timestamptz not null default now(),
      add column changed_by uuid,
      add column deed text not null default ''made'',
      add column reason text,
      add column amended jsonb', kept);
    execute format('create trigger next_version before update on waymark.%I for each row execute function waymark.next_version()', kept);
    execute format('create trigger keep_edition after update on waymark.%I
      referencing old table as was new table as changed for each statement execute function waymark.keep_edition()', kept);
    execute format('create trigger keep_last_edition after delete on waymark.%I
      referencing old table as was for each statement execute function waymark.keep_last_edition()', kept);
  end loop;
  foreach kept in array array['lesson_observation','exam_arrangement','exam_evidence','exam_score','exam_notice','exam_date','guidance_entry','guidance_edition'] loop
    execute format('grant select, insert, update, delete on waymark.%I to waymark_app', kept);
    execute format('alter table waymark.%I enable row level security', kept);
    execute format('create policy own_organisation on waymark.%I to waymark_app
      using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)
      with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', kept);
  end loop;
end $$;

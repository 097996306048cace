-- The step from one school year into the next. It is prepared (exceptions are kept, nothing is changed), done, and perhaps undone. What each
-- pupil was before stands with their move; classes, teachers and key workers of last year stay where they are, with their dates.

create table waymark.roll_over (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  year text not null,                         -- the year into which: 2027/28
  from_day date not null,                     -- its first school day
  state text not null default 'prepared' check (state in ('prepared','done','undone')),
  version integer not null default 1,
  counts jsonb not null default '{}',         -- how many moved, repeat, left, when it was done
  done_at timestamptz,
  done_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, school_id) references waymark.school
);
-- One step into a year, whoever presses: a second that comes meanwhile finds the first.
create unique index roll_over_once on waymark.roll_over (organisation_id, school_id, year) where state <> 'undone';

-- What somebody settled for a pupil before it is done; and, once done, what became of everyone and what they were before.
create table waymark.roll_over_move (
  organisation_id uuid not null,
  roll_over_id uuid not null,
  pupil_id uuid not null,
  sort text not null check (sort in ('moves','repeats','leaves')),
  to_class text,
  by_person uuid,                             -- null: by the rule
  was_year smallint,
  was_class text,
  to_year smallint,
  primary key (organisation_id, roll_over_id, pupil_id),
  foreign key (organisation_id, roll_over_id) references waymark.roll_over,
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index roll_over_move_pupil on waymark.roll_over_move (organisation_id, pupil_id);

-- Who takes a class in the new year, where it is not who has it now.
create table waymark.roll_over_teacher (
  organisation_id uuid not null,
  roll_over_id uuid not null,
  class_name text not null,
  person_id uuid not null,
  primary key (organisation_id, roll_over_id, class_name),
  foreign key (organisation_id, roll_over_id) references waymark.roll_over,
  foreign key (organisation_id, person_id) references waymark.person
);

-- Which step made a row and which ended one, so that taking it back finds exactly these.
alter table waymark.class_pupil add column made_by_roll_over uuid, add column ended_by_roll_over uuid;
alter table waymark.class_teacher add column made_by_roll_over uuid, add column ended_by_roll_over uuid;
alter table waymark.class add column made_by_roll_over uuid;

grant select, insert, update, delete on waymark.roll_over to waymark_app;
alter table waymark.roll_over enable row level security;
create policy own_organisation on waymark.roll_over to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.roll_over_move to waymark_app;
alter table waymark.roll_over_move enable row level security;
create policy own_organisation on waymark.roll_over_move to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.roll_over_teacher to waymark_app;
alter table waymark.roll_over_teacher enable row level security;
create policy own_organisation on waymark.roll_over_teacher to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

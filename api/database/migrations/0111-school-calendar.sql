-- A school's calendar is changed by people: each change keeps what the calendar was before, and two who change it at once do not cover
-- one another.

alter table waymark.school add column calendar_version integer not null default 1;

create table waymark.calendar_change (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  words text not null,                        -- what changed, for those whose dates it moved
  was jsonb not null,                         -- the calendar until then
  at timestamptz not null,
  by_person uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, school_id) references waymark.school
);
create index calendar_change_school on waymark.calendar_change (organisation_id, school_id, at);

grant select, insert on waymark.calendar_change to waymark_app;
alter table waymark.calendar_change enable row level security;
create policy own_organisation on waymark.calendar_change to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- The week's timetable. Calendars of colleagues show when they are busy and not with what; with this a lesson, which can be covered, is
-- told from an appointment, which cannot.
create table waymark.lesson (
  organisation_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),   -- Monday 1, as ISO 8601 counts
  from_time text not null check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  to_time text not null check (to_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  primary key (organisation_id, id),
  foreign key (organisation_id, class_id) references waymark.class,
  foreign key (organisation_id, person_id) references waymark.person
);
create index lesson_person on waymark.lesson (organisation_id, person_id);
create index lesson_class on waymark.lesson (organisation_id, class_id);

grant select, insert, update, delete on waymark.lesson to waymark_app;
alter table waymark.lesson enable row level security;
create policy own_organisation on waymark.lesson to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

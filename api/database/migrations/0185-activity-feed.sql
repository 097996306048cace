-- Which notices of Teams' activity feed a person has turned off. No row: it comes.
create table waymark.feed_notice_off (
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('asked','given','dates','booked')),
  primary key (organisation_id, person_id, kind),
  foreign key (organisation_id, person_id) references waymark.person
);

grant select, insert, update, delete on waymark.feed_notice_off to waymark_app;
alter table waymark.feed_notice_off enable row level security;
create policy own_organisation on waymark.feed_notice_off to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

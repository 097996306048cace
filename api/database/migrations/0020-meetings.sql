-- What a meeting knows of those it asks beside their name, and what they have told us of their time.

alter table waymark.meeting_person
  add column key text,                        -- person/<id>, contact/<id>, pupil, part/health: the same from one proposal to the next
  add column rank smallint not null default 0,
  add column organisation boolean not null default false,
  add column part text;                       -- the part the law names: family, authority, health … (domain/meetings/invitees)
create unique index meeting_person_key on waymark.meeting_person (organisation_id, meeting_id, key) where key is not null;

-- A person's own word about a time, stronger than any calendar: "clinic", "prefers before 15:00", "held until Wed".
create table waymark.told_time (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  who text not null,                          -- the key of the one asked: person/<id>, contact/<id>, interpreter/Urdu
  from_at timestamptz not null,
  to_at timestamptz not null,
  can text not null check (can in ('yes','no','maybe')),
  words text,
  told_at timestamptz not null default now(),
  primary key (organisation_id, id),
  check (from_at < to_at)
);
create index told_time_who on waymark.told_time (organisation_id, who, from_at);

-- Letters that have left, by what they were about, so that a job that runs again does not send a second one.
create table waymark.letter_sent (
  organisation_id uuid not null references waymark.organisation,
  key text not null,
  sent_at timestamptz not null default now(),
  primary key (organisation_id, key)
);

grant select, insert, update, delete on waymark.told_time to waymark_app;
alter table waymark.told_time enable row level security;
create policy own_organisation on waymark.told_time to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert on waymark.letter_sent to waymark_app;
alter table waymark.letter_sent enable row level security;
create policy own_organisation on waymark.letter_sent to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- When a meeting last moved on: an old card says so with the time.
alter table waymark.meeting add column changed_at timestamptz not null default now();

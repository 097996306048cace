-- Who wants dates in the Outlook calendar. `on_until` set: switched off, and what was placed is being taken out.
create table waymark.outlook_follow (
  organisation_id uuid not null,
  person_id uuid not null,
  whose text not null check (whose in ('all','mine')),
  since timestamptz not null,
  on_until timestamptz,
  trouble text,
  placed_at timestamptz,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references waymark.person
);

grant select, insert, update, delete on waymark.outlook_follow to waymark_app;
alter table waymark.outlook_follow enable row level security;
create policy own_organisation on waymark.outlook_follow to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- An entry that Waymark placed, or is about to place: the row comes first, and Graph knows a repeat by the transaction id. No key leads to
-- the pupil, so that the row outlives an erased record until its entry is out of the calendar.
create table waymark.outlook_entry (
  organisation_id uuid not null,
  person_id uuid not null,
  subject text not null,
  transaction_id uuid not null,
  event_id text,
  due_on date,
  words text,
  primary key (organisation_id, person_id, subject),
  foreign key (organisation_id, person_id) references waymark.person
);

grant select, insert, update, delete on waymark.outlook_entry to waymark_app;
alter table waymark.outlook_entry enable row level security;
create policy own_organisation on waymark.outlook_entry to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

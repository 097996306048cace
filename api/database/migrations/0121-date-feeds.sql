-- A calendar feed of one person. Only the digest of its secret is kept; a new secret takes the place of the old one.
create table waymark.date_feed (
  organisation_id uuid not null,
  person_id uuid not null,
  digest bytea not null,
  whose text not null check (whose in ('all','mine')),
  made_at timestamptz not null,
  read_at timestamptz,
  hour_from timestamptz,
  reads_in_hour integer not null default 0,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references waymark.person
);

grant select, insert, update, delete on waymark.date_feed to waymark_app;
alter table waymark.date_feed enable row level security;
create policy own_organisation on waymark.date_feed to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

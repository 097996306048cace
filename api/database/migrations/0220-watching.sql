-- What Waymark has asked Microsoft 365 to tell of: one subscription for each thing. Of the secret that Graph sends back with each notification
-- only its digest is kept.
create table waymark.watch (
  organisation_id uuid not null references waymark.organisation,
  what text not null check (what in ('library','calendar')),
  subscription_id text not null,
  state_digest text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organisation_id, what)
);

grant select, insert, update, delete on waymark.watch to waymark_app;
alter table waymark.watch enable row level security;
create policy own_organisation on waymark.watch to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- Where the next reading of the library's changes begins.
create table waymark.library_mark (
  organisation_id uuid not null references waymark.organisation,
  link text not null,
  read_at timestamptz not null,
  primary key (organisation_id)
);

grant select, insert, update, delete on waymark.library_mark to waymark_app;
alter table waymark.library_mark enable row level security;
create policy own_organisation on waymark.library_mark to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- The edition of a plan's file that was last compared with the record because somebody changed it in Word.
alter table waymark.document add column compared_etag text;

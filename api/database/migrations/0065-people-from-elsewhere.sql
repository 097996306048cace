-- People and classes come from several places: CSV sets and Microsoft 365. What each place calls a thing of ours, what it last said of it,
-- and whom nobody but a person can tell apart. docs/roster.md says who wins.

-- `said` is the last statement of that source, field by field. A field of the record changes only where the statement does, so that what a
-- person put right stays right. A link outlives its record: who was erased does not come back with the next reading.
create table waymark.roster_link (
  organisation_id uuid not null references waymark.organisation,
  source text not null check (source in ('csv','graph')),
  kind text not null check (kind in ('school','class','pupil','person','contact','account')),
  key text not null,
  record_id uuid not null,
  said jsonb not null default '{}',
  primary key (organisation_id, source, kind, key)
);
create index roster_link_record on waymark.roster_link (organisation_id, kind, record_id);

-- Somebody of a source who may be somebody of the record: one row a candidate. `told` is the source's side as it was when found.
create table waymark.roster_doubt (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  source text not null check (source in ('csv','graph')),
  kind text not null check (kind in ('pupil','person','contact')),
  key text not null,
  record_id uuid not null,
  told jsonb not null,
  found_at timestamptz not null,
  decided text check (decided in ('same','different')),
  decided_at timestamptz,
  decided_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, source, kind, key, record_id)
);
create index roster_doubt_open on waymark.roster_doubt (organisation_id, found_at) where decided is null;

-- The name somebody signs in with at school, and the account behind it.
alter table waymark.pupil add column principal_name text, add column entra_id uuid;
create unique index pupil_entra on waymark.pupil (organisation_id, entra_id) where entra_id is not null;
create index pupil_principal on waymark.pupil (organisation_id, lower(principal_name)) where principal_name is not null;
create index person_email on waymark.person (organisation_id, lower(email)) where email is not null;

-- Where the reading of each collection of Microsoft 365 stands. `next_link` is set while a round is under way, so that a round that was cut
-- short goes on there; `delta_link` is where the next round begins; a `whole` round reads everything anew.
create table waymark.sync_collection (
  organisation_id uuid not null references waymark.organisation,
  collection text not null,
  delta_link text,
  next_link text,
  round uuid,
  whole boolean not null default true,
  finished boolean not null default false,    -- the round of the run that is under way has come to its end
  read_at timestamptz,
  primary key (organisation_id, collection)
);

-- What Microsoft 365 said last of each thing, in our words. `waiting`: not yet in the record.
create table waymark.sync_thing (
  organisation_id uuid not null references waymark.organisation,
  collection text not null,
  id text not null,
  thing jsonb,                                -- null: gone before it was ever told of
  round uuid,
  gone boolean not null default false,
  waiting boolean not null default true,
  primary key (organisation_id, collection, id)
);
create index sync_thing_waiting on waymark.sync_thing (organisation_id, collection) where waiting;

create table waymark.sync_run (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  asked_by uuid,                              -- null: the night
  door text not null,
  state text not null check (state in ('running','resting','done','held','failed')),
  attempt smallint not null default 1,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  finished_at timestamptz,
  try_again_at timestamptz,
  problem text,                               -- in words fit for a person
  requests integer not null default 0,
  counts jsonb not null default '{}',
  notes jsonb not null default '[]',
  primary key (organisation_id, id)
);
create index sync_run_newest on waymark.sync_run (organisation_id, started_at desc);
create unique index sync_run_one on waymark.sync_run (organisation_id) where state in ('running','resting');

-- What a run changed, thing by thing: ids and kinds only; names are looked up by who may see them.
create table waymark.sync_change (
  organisation_id uuid not null,
  run_id uuid not null,
  number integer not null,
  kind text not null,
  record_id uuid not null,
  what text not null check (what in ('new','changed','left','back','ended')),
  primary key (organisation_id, run_id, number),
  foreign key (organisation_id, run_id) references waymark.sync_run
);

do $$
declare
  walled text;
begin
  foreach walled in array array['roster_link','roster_doubt','sync_collection','sync_thing','sync_run','sync_change'] loop
    execute format('grant select, insert, update, delete on waymark.%I to waymark_app', walled);
    execute format('alter table waymark.%I enable row level security', walled);
    execute format('create policy own_organisation on waymark.%I to waymark_app
      using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)
      with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', walled);
  end loop;
end $$;

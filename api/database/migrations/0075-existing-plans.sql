-- Plans that others wrote, brought in as files and confirmed line by line. Until a line is confirmed it counts nowhere: it stands here.
-- The file's bytes are kept only until the file lies in the case folder.
create table waymark.existing_plan (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  brought_by uuid not null,
  brought_at timestamptz not null,
  name text not null,
  form text not null check (form in ('pdf','docx')),
  digest text not null,                       -- sha256 of the file: the same plan is brought in once
  bytes bytea,
  drive_id text,
  item_id text,
  web_url text,
  pages jsonb not null,                       -- what stands on its pages, as read
  pupil_id uuid,
  why_pupil text,                             -- why it is this pupil's: what was the same, or who said so
  candidates jsonb not null default '[]',     -- pupils it could be, where that is in doubt
  name_in_plan text,
  kind text check (kind in ('ehcp','iep','senSupport')),
  dated date,
  until date,
  state text not null default 'open' check (state in ('open','in-force')),
  plan_id uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil,
  foreign key (organisation_id, plan_id) references waymark.plan
);
create unique index existing_plan_digest on waymark.existing_plan (organisation_id, digest);
create index existing_plan_pupil on waymark.existing_plan (organisation_id, pupil_id);

create table waymark.existing_plan_line (
  organisation_id uuid not null,
  id uuid not null,                           -- the id of the entry that it becomes in the record
  existing_plan_id uuid not null,
  rank integer not null,
  kind text not null check (kind in ('need','goal','provision')),
  letter text,
  section text not null,
  passages jsonb not null,
  from_table boolean not null,
  suggested jsonb not null,
  found jsonb not null,                       -- the values as they were read
  said jsonb not null,                        -- the values as they stand now
  state text not null default 'found' check (state in ('found','confirmed','left-out')),
  settled_by uuid,
  settled_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, existing_plan_id) references waymark.existing_plan on delete cascade
);
create index existing_plan_line_plan on waymark.existing_plan_line (organisation_id, existing_plan_id, rank);

grant select, insert, update, delete on waymark.existing_plan to waymark_app;
alter table waymark.existing_plan enable row level security;
create policy own_organisation on waymark.existing_plan to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.existing_plan_line to waymark_app;
alter table waymark.existing_plan_line enable row level security;
create policy own_organisation on waymark.existing_plan_line to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

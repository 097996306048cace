-- Groups of the directory (Entra) whose members hold a role here: the token names the groups, or Graph is asked.
create table waymark.role_group (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  group_id uuid not null,
  name text not null,
  role text not null check (role in ('coordinator','leader','teacher','assistant','specialist','administrator','auditor')),
  school_id uuid,                             -- null: at every school of the organisation
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, school_id) references waymark.school
);
create unique index role_group_once on waymark.role_group (organisation_id, group_id, role, coalesce(school_id, '00000000-0000-0000-0000-000000000000'::uuid));

grant select, insert, delete on waymark.role_group to waymark_app;
alter table waymark.role_group enable row level security;
create policy own_organisation on waymark.role_group to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

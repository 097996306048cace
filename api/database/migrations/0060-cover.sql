-- Who takes a class for one day. It opens the class sheet of that class on that day, and nothing else.
create table waymark.cover (
  organisation_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  arranged_by uuid not null,
  arranged_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, class_id) references waymark.class,
  foreign key (organisation_id, person_id) references waymark.person
);
create unique index cover_once on waymark.cover (organisation_id, class_id, person_id, on_day) where withdrawn_at is null;
create index cover_person on waymark.cover (organisation_id, person_id, on_day) where withdrawn_at is null;

grant select, insert, update on waymark.cover to waymark_app;
alter table waymark.cover enable row level security;
create policy own_organisation on waymark.cover to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

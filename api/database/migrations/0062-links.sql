-- Links for people without an account. The secret of a link, of a code and of a visit exists only in the letter and in the browser: here
-- lie digests. A link has one purpose; it ends by its day, by being withdrawn, or by too many wrong codes.
create table waymark.link (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  contact_id uuid,                            -- one of the family …
  person_id uuid,                             -- … or somebody from outside
  purpose text not null check (purpose in ('time','view','answer','advice','read')),
  about uuid,                                 -- the meeting, contribution or plan it is about
  about_words text not null default '',
  digest bytea,                               -- null until the letter leaves
  made_by uuid not null,
  made_at timestamptz not null default now(),
  sent_at timestamptz,
  ends_on date not null,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  wrong_codes smallint not null default 0,
  locked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil,
  foreign key (organisation_id, contact_id) references waymark.contact,
  foreign key (organisation_id, person_id) references waymark.person,
  check ((contact_id is null) <> (person_id is null))
);
create index link_pupil on waymark.link (organisation_id, pupil_id);
create index link_about on waymark.link (organisation_id, about);

create table waymark.link_code (
  organisation_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  salt bytea,
  digest bytea,                               -- null until the code leaves
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  wrong smallint not null default 0,
  used_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, link_id) references waymark.link
);
create index link_code_link on waymark.link_code (organisation_id, link_id, asked_at);

create table waymark.link_visit (
  organisation_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  digest bytea not null,
  begun_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, link_id) references waymark.link
);
create index link_visit_link on waymark.link_visit (organisation_id, link_id);

grant select, insert, update on waymark.link to waymark_app;
alter table waymark.link enable row level security;
create policy own_organisation on waymark.link to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.link_code to waymark_app;
alter table waymark.link_code enable row level security;
create policy own_organisation on waymark.link_code to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.link_visit to waymark_app;
alter table waymark.link_visit enable row level security;
create policy own_organisation on waymark.link_visit to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- What an outside professional has been shown of a case beside what they wrote themselves. It ends with their place on the team.
create table waymark.shared_document (
  organisation_id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  document_id uuid not null,
  shared_by uuid not null,
  shared_at timestamptz not null default now(),
  primary key (organisation_id, pupil_id, person_id, document_id),
  foreign key (organisation_id, pupil_id) references waymark.pupil,
  foreign key (organisation_id, person_id) references waymark.person,
  foreign key (organisation_id, document_id) references waymark.document
);

grant select, insert, update, delete on waymark.shared_document to waymark_app;
alter table waymark.shared_document enable row level security;
create policy own_organisation on waymark.shared_document to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

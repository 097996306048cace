-- Letters and e-mails by which a date was chased, word for word as they were sent.
create table waymark.chaser (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  rule text not null,
  trigger_id text not null,
  way text not null check (way in ('email','letter')),
  to_name text not null,
  to_email text,
  subject text not null,
  words text not null,
  written_by uuid,
  written_at timestamptz not null,
  sent_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil,
  check (way = 'letter' or to_email is not null)
);
create index chaser_pupil on waymark.chaser (organisation_id, pupil_id);

grant select, insert, update, delete on waymark.chaser to waymark_app;
alter table waymark.chaser enable row level security;
create policy own_organisation on waymark.chaser to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- Views of the caseload that somebody named: what its address says, word by word, so that a word which the list no longer knows can be told.
-- And the month in which a pupil's next review is planned, which narrows the search for a date and moves no date of the law.

create table waymark.caseload_view (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  owner_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  words jsonb not null,
  shared boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, owner_id) references waymark.person (organisation_id, id),
  foreign key (organisation_id, changed_by) references waymark.person (organisation_id, id)
);

create index caseload_view_owner on waymark.caseload_view (organisation_id, owner_id);

grant select, insert, update, delete on waymark.caseload_view to waymark_app;
alter table waymark.caseload_view enable row level security;
create policy own_organisation on waymark.caseload_view to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

alter table waymark.pupil add column review_month text check (review_month ~ '^\d{4}-(0[1-9]|1[0-2])$');

-- Facts that were kept without the month are put together again by whoever reads them next.
update waymark.case_facts set edition = default, facts = null where facts is not null;

-- A school's report on its provision for special educational needs (England): the text of each item, school year by school year, and every
-- edition as it was published.

create table waymark.report_item (
  organisation_id uuid not null,
  school_id uuid not null,
  year integer not null,                      -- the year in which the school year began
  item text not null,                         -- domain/information-report/rules
  words text not null,
  version integer not null default 1,
  confirmed_on date not null,                 -- when somebody last read it and found it right
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (organisation_id, school_id, year, item),
  foreign key (organisation_id, school_id) references waymark.school,
  foreign key (organisation_id, changed_by) references waymark.person (organisation_id, id)
);

create table waymark.report_edition (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  year integer not null,
  published_on date not null,
  published_by uuid not null,
  published_at timestamptz not null,
  items jsonb not null,                       -- [{ item, title, words }], in their order
  primary key (organisation_id, id),
  foreign key (organisation_id, school_id) references waymark.school,
  foreign key (organisation_id, published_by) references waymark.person (organisation_id, id)
);
create index report_edition_school on waymark.report_edition (organisation_id, school_id, published_at);

grant select, insert, update on waymark.report_item to waymark_app;
grant select, insert on waymark.report_edition to waymark_app;
alter table waymark.report_item enable row level security;
alter table waymark.report_edition enable row level security;
create policy own_organisation on waymark.report_item to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy own_organisation on waymark.report_edition to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

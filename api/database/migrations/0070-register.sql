-- Registers that are workbooks. A pupil's own number (England's UPN, a State's student number) is what a register knows a pupil by.
alter table waymark.pupil add column pupil_number text;
create unique index pupil_number on waymark.pupil (organisation_id, pupil_number) where pupil_number is not null;

-- Removals from school (suspension, permanent exclusion, in-school, lunchtime) and timetables of less than the whole week.
create table waymark.removal (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  kind text not null check (kind in ('suspension','exclusion','in-school','lunchtime')),
  from_day date not null,
  to_day date,
  days numeric(5,2),                           -- school days, as the school system has them; null: counted from the days
  reason text,
  source text,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index removal_pupil on waymark.removal (organisation_id, pupil_id);

create table waymark.part_time (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  from_day date not null,
  to_day date,
  hours_a_week numeric(5,2),
  review_on date,
  reason text,
  source text,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index part_time_pupil on waymark.part_time (organisation_id, pupil_id);

-- A workbook that can be read again, and what it said of each pupil when it was last imported: only what changed in it since is shown.
create table waymark.register_link (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  name text not null,
  place text not null,
  drive_id text not null,
  item_id text not null,
  web_url text,
  etag text not null,
  choices jsonb not null,
  read_at timestamptz not null,
  read_by uuid,
  forgotten_at timestamptz,
  primary key (organisation_id, id)
);
create unique index register_link_item on waymark.register_link (organisation_id, drive_id, item_id) where forgotten_at is null;

create table waymark.register_link_fact (
  organisation_id uuid not null,
  link_id uuid not null,
  pupil_id uuid not null,
  facts jsonb not null,
  primary key (organisation_id, link_id, pupil_id),
  foreign key (organisation_id, link_id) references waymark.register_link on delete cascade,
  foreign key (organisation_id, pupil_id) references waymark.pupil on delete cascade
);

-- A workbook that was read and is being looked at: its rows as they stand in it, for two days.
create table waymark.register_reading (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  name text not null,
  kind text not null,
  notices jsonb not null,
  sheets jsonb not null,
  file jsonb,                                  -- where it came from in Microsoft 365: driveId, itemId, eTag, place, webUrl
  link_id uuid,
  read_by uuid not null,
  read_at timestamptz not null,
  primary key (organisation_id, id)
);
create table waymark.register_row (
  organisation_id uuid not null,
  reading_id uuid not null,
  sheet smallint not null,
  number integer not null,
  cells jsonb not null,
  primary key (organisation_id, reading_id, sheet, number),
  foreign key (organisation_id, reading_id) references waymark.register_reading on delete cascade
);

-- Which column held what, by the headings of the sheet: mapped once, remembered for the next workbook of that shape.
create table waymark.register_columns (
  organisation_id uuid not null references waymark.organisation,
  headings text not null,
  kind text not null,
  map jsonb not null,
  chosen_by uuid,
  chosen_at timestamptz not null default now(),
  primary key (organisation_id, headings)
);

-- An import, every row that it wrote with what stood there before, and the rows it left out (kept for 30 days).
create table waymark.register_import (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  number integer not null,                     -- in the order in which they were made: the last one can be undone
  name text not null,
  counts jsonb not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (organisation_id, id)
);
create table waymark.register_write (
  organisation_id uuid not null,
  import_id uuid not null,
  number integer not null,
  table_name text not null,
  row_id uuid not null,
  pupil_id uuid not null,
  deed text not null check (deed in ('made','changed')),
  before jsonb not null,
  after jsonb not null,
  primary key (organisation_id, import_id, number),
  foreign key (organisation_id, import_id) references waymark.register_import,
  foreign key (organisation_id, pupil_id) references waymark.pupil on delete cascade
);
create index register_write_pupil on waymark.register_write (organisation_id, pupil_id);
create table waymark.register_rejection (
  organisation_id uuid not null,
  import_id uuid not null,
  number integer not null,
  row jsonb not null,
  primary key (organisation_id, import_id, number),
  foreign key (organisation_id, import_id) references waymark.register_import on delete cascade
);

create index case_event_from_register on waymark.case_event (organisation_id, pupil_id, kind, on_day);

do $$
declare one text;
begin
  foreach one in array array['removal','part_time','register_link','register_link_fact','register_reading','register_row','register_columns',
                             'register_import','register_write','register_rejection'] loop
    execute format('grant select, insert, update, delete on waymark.%I to waymark_app', one);
    execute format('alter table waymark.%I enable row level security', one);
    execute format('create policy own_organisation on waymark.%I to waymark_app
      using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)
      with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', one);
  end loop;
end $$;

-- What a member of staff says of a strategy: works, does not, not tried, and a line. Rows are added and never changed: the latest of a person
-- and a strategy counts, the ones before say how it went. The strategy's words are kept as they were read. No mark: an answer taken back.
create table waymark.strategy_mark (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  line_id uuid not null,
  line_version integer not null,
  words text not null,
  mark text check (mark in ('works','does-not','not-tried')),
  said text,
  plan_version integer,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil on delete cascade,
  foreign key (organisation_id, person_id) references waymark.person
);
create index strategy_mark_pupil on waymark.strategy_mark (organisation_id, pupil_id, person_id, line_id, at desc);

-- That a member of staff has read what helps a pupil, once for each edition of it: the plan's version with the strategies and their versions.
create table waymark.strategy_reading (
  organisation_id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  edition text not null,
  plan_version integer,
  at timestamptz not null,
  primary key (organisation_id, pupil_id, person_id, edition),
  foreign key (organisation_id, pupil_id) references waymark.pupil on delete cascade,
  foreign key (organisation_id, person_id) references waymark.person
);

-- When somebody wants to hear from the bot of its own accord. No row: the usual.
create table waymark.own_mornings (
  organisation_id uuid not null,
  person_id uuid not null,
  morning_on boolean not null,
  morning_at text not null check (morning_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  strategies text not null check (strategies in ('weekly','before-units','never')),
  strategies_on smallint not null check (strategies_on between 1 and 5),
  strategies_at text not null check (strategies_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  units jsonb not null default '[]',            -- [{ title, on }], units of work with their first day
  changed_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references waymark.person
);

-- When somebody last looked at Today, and since when what has changed is shown to them: the end of the sitting before this one.
create table waymark.last_look (
  organisation_id uuid not null,
  person_id uuid not null,
  looked_at timestamptz not null,
  changes_since timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references waymark.person
);

-- That what was promised to a family in a call or a message was done.
create table waymark.promise_kept (
  organisation_id uuid not null,
  entry_id uuid not null,
  pupil_id uuid not null,
  kept_on date not null,
  by_person uuid not null,
  primary key (organisation_id, entry_id),
  foreign key (organisation_id, pupil_id) references waymark.pupil on delete cascade
);
create index promise_kept_pupil on waymark.promise_kept (organisation_id, pupil_id);

do $$
declare
  kept text;
begin
  foreach kept in array array['strategy_mark','strategy_reading','own_mornings','last_look','promise_kept'] loop
    execute format('grant select, insert, update, delete on waymark.%I to waymark_app', kept);
    execute format('alter table waymark.%I enable row level security', kept);
    execute format('create policy own_organisation on waymark.%I to waymark_app
      using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)
      with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', kept);
  end loop;
  revoke update on waymark.strategy_mark, waymark.strategy_reading from waymark_app;
end $$;

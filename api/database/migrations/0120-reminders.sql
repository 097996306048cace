-- How many days ahead the owner of a date is told, and how many days after it the coordinator is. No row: the usual.
create table waymark.reminder_rule (
  organisation_id uuid not null references waymark.organisation,
  owner_group text not null check (owner_group in ('ours','authority','agencies','families','actions')),
  leads smallint[] not null,
  coordinator_after smallint not null check (coordinator_after between 1 and 60),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, owner_group)
);

grant select, insert, update, delete on waymark.reminder_rule to waymark_app;
alter table waymark.reminder_rule enable row level security;
create policy own_organisation on waymark.reminder_rule to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- Who was told what, and on which day: a stage of a date is told to a person once. `subject` is a clock or an action with its day, so that a
-- date that moves is told anew.
create table waymark.reminder (
  organisation_id uuid not null,
  person_id uuid not null,
  subject text not null,
  stage text not null,
  pupil_id uuid,
  told_on date not null,
  primary key (organisation_id, person_id, subject, stage),
  foreign key (organisation_id, person_id) references waymark.person,
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index reminder_day on waymark.reminder (organisation_id, told_on);
create index reminder_pupil on waymark.reminder (organisation_id, pupil_id);

grant select, insert, update, delete on waymark.reminder to waymark_app;
alter table waymark.reminder enable row level security;
create policy own_organisation on waymark.reminder to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- A job's time is by the clock of whoever enqueues it. Where that clock runs ahead of the database's (the made-up school has a day of its
-- own), the connection says by how much, and the queue is told its own time.
create or replace function waymark.enqueue(task text, payload jsonb, job_key text, run_at timestamptz, queue text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own uuid := nullif(current_setting('app.organisation', true), '')::uuid;
  ahead double precision := coalesce(nullif(current_setting('app.clock_ahead', true), ''), '0')::double precision;
begin
  if own is null then
    raise exception 'a job needs an organisation' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    task,
    (payload || jsonb_build_object('organisation', own))::json,
    queue_name => own || ':' || queue,
    run_at => run_at - make_interval(secs => ahead),
    job_key => own || ':' || task || ':' || job_key
  );
end $$;

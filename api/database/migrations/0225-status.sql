-- What was heard from Microsoft 365, minute by minute, for the last hour: a ring of sixty places a part. All processes add to the same row, so
-- that each of them says the same. No address and nothing of a call is kept, only how it ended and how long it took.
create table waymark.outside_minute (
  organisation_id uuid not null references waymark.organisation,
  part text not null check (part in ('calendar','mail','documents','people','teams')),
  place smallint not null check (place between 0 and 59),
  minute timestamptz not null,
  ok integer not null,
  refused integer not null,
  throttled integer not null,
  unwell integer not null,
  silent integer not null,
  took bigint not null,                       -- milliseconds of the answered calls together
  last_ok timestamptz,
  last_bad timestamptz,
  primary key (organisation_id, part, place)
);
grant select, insert, update, delete on waymark.outside_minute to waymark_app;
alter table waymark.outside_minute enable row level security;
create policy own_organisation on waymark.outside_minute to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- Work of the queue that a person gave up, and why. What it was about is not kept here.
create table waymark.job_given_up (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  task text not null,
  reason text not null,
  by_person uuid not null,                    -- the command line is no person of the table
  at timestamptz not null,
  primary key (organisation_id, id)
);
create index job_given_up_newest on waymark.job_given_up (organisation_id, at desc);
grant select, insert on waymark.job_given_up to waymark_app;
alter table waymark.job_given_up enable row level security;
create policy own_organisation on waymark.job_given_up to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- The organisation's own jobs that should be done by now: those that met trouble, and those whose time has been for a minute. Times are told
-- by the clock of whoever asks (see 0120). The walled role may not read the queue itself, where every organisation's jobs lie.
create function waymark.own_jobs(at_most integer)
returns table (id bigint, task text, payload jsonb, tried integer, most integer, since timestamptz, next_try timestamptz, running boolean, trouble text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with asked as (
    select nullif(current_setting('app.organisation', true), '') as own,
           make_interval(secs => coalesce(nullif(current_setting('app.clock_ahead', true), ''), '0')::double precision) as ahead
  )
  select job.id, task.identifier, job.payload::jsonb, job.attempts::integer, job.max_attempts::integer,
         job.created_at + ahead, job.run_at + ahead, job.locked_at is not null, job.last_error
    from asked
    join graphile_worker._private_jobs job on job.payload ->> 'organisation' = own
    join graphile_worker._private_tasks task on task.id = job.task_id
   where task.identifier not like 'routine:%'
     and (job.last_error is not null or (job.locked_at is null and job.run_at < now() - interval '60 seconds'))
   order by job.attempts >= job.max_attempts desc, job.created_at, job.id
   limit at_most
$$;
revoke all on function waymark.own_jobs(integer) from public;
grant execute on function waymark.own_jobs(integer) to waymark_app;

-- Tries one of the organisation's own jobs again at once, or takes it out of the queue. Answers its task; `running` where a worker has it in
-- hand; null where there is no such job of this organisation any more.
create function waymark.settle_job(of_job bigint, how text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own text := nullif(current_setting('app.organisation', true), '');
  found record;
begin
  select job.id, job.locked_at, task.identifier into found
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
   where job.id = of_job and job.payload ->> 'organisation' = own and job.last_error is not null
     for update of job;
  if found.id is null then return null; end if;
  if found.locked_at is not null then return 'running'; end if;
  if how = 'again' then
    perform graphile_worker.reschedule_jobs(array[of_job], run_at => now(), attempts => 0);
  elsif how = 'give-up' then
    perform graphile_worker.complete_jobs(array[of_job]);
  else
    raise exception 'a job is tried again or given up' using errcode = '22023';
  end if;
  return found.identifier;
end $$;
revoke all on function waymark.settle_job(bigint, text) from public;
grant execute on function waymark.settle_job(bigint, text) to waymark_app;

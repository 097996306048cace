-- Jobs are added by the walled role inside its own transaction. The function runs as its owner, because waymark_app may not touch the
-- queue's tables, and stamps every payload and key with the organisation of the transaction.

create function waymark.enqueue(task text, payload jsonb, job_key text, run_at timestamptz, queue text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own uuid := nullif(current_setting('app.organisation', true), '')::uuid;
begin
  if own is null then
    raise exception 'a job needs an organisation' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    task,
    (payload || jsonb_build_object('organisation', own))::json,
    queue_name => own || ':' || queue,
    run_at => run_at,
    job_key => own || ':' || task || ':' || job_key
  );
end $$;

revoke all on function waymark.enqueue(text, jsonb, text, timestamptz, text) from public;
grant execute on function waymark.enqueue(text, jsonb, text, timestamptz, text) to waymark_app;

-- What the caseload knows of each pupil, put together once and kept until something about the pupil changes.
--
-- A row comes and goes with its pupil. `edition` names what `facts` say at one moment and is never used twice; a change gives the row a new
-- edition without facts, and the next reader puts them together again. A writer never waits here, neither for a reader nor for another
-- writer: where somebody else holds the row, the change is noted in `case_change` instead, and facts count for nothing while a note stands.
-- Who puts facts together (api/caseload/case-facts-records.ts) keeps them only if the edition is still the one that was read with them, and
-- takes away only those notes that were seen with them. So a reader with an old view of the record can never cover a later change.

-- Facts lie outside the row, which stays small: most readers ask only for the edition.
create table waymark.case_facts (
  organisation_id uuid not null,
  pupil_id uuid not null,
  edition uuid not null default gen_random_uuid(),
  facts json,                                 -- null: to be put together by the next reader
  primary key (organisation_id, pupil_id),
  foreign key (organisation_id, pupil_id) references waymark.pupil on delete cascade
) with (fillfactor = 70, toast_tuple_target = 128);

create table waymark.case_change (
  organisation_id uuid not null,
  pupil_id uuid not null,
  id uuid not null default gen_random_uuid(),
  primary key (organisation_id, pupil_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil on delete cascade
);

-- Whose key worker has changed their name, and whose record a key worker may open.
create index pupil_key_worker on waymark.pupil (organisation_id, key_worker_id) where key_worker_id is not null;

grant select, insert, update, delete on waymark.case_facts to waymark_app;
alter table waymark.case_facts enable row level security;
create policy own_organisation on waymark.case_facts to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, delete on waymark.case_change to waymark_app;
alter table waymark.case_change enable row level security;
create policy own_organisation on waymark.case_change to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

insert into waymark.case_facts (organisation_id, pupil_id) select organisation_id, id from waymark.pupil;

create function waymark.forget_case_facts(organisation uuid, pupils uuid[]) returns void language sql as $$
  with free as (
    select f.pupil_id from waymark.case_facts f where f.organisation_id = organisation and f.pupil_id = any(pupils)
       for no key update skip locked
  ), forgotten as (
    update waymark.case_facts f set edition = default, facts = null from free where f.organisation_id = organisation and f.pupil_id = free.pupil_id
  )
  insert into waymark.case_change (organisation_id, pupil_id)
  select f.organisation_id, f.pupil_id from waymark.case_facts f
   where f.organisation_id = organisation and f.pupil_id = any(pupils) and f.pupil_id not in (select free.pupil_id from free);
$$;

-- Of a table whose rows name their pupil. `changed` are the rows as they are now, or as they were before they were deleted.
create function waymark.case_changed() returns trigger language plpgsql as $$
begin
  perform waymark.forget_case_facts(c.organisation_id, array_agg(distinct c.pupil_id)) from changed c group by c.organisation_id;
  if tg_op = 'UPDATE' then   -- a row may have been another pupil's
    perform waymark.forget_case_facts(w.organisation_id, array_agg(distinct w.pupil_id)) from was w
      where not exists (select from changed c where c.organisation_id = w.organisation_id and c.pupil_id = w.pupil_id) group by w.organisation_id;
  end if;
  return null;
end $$;

create function waymark.pupil_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into waymark.case_facts (organisation_id, pupil_id) select c.organisation_id, c.id from changed c;
  else
    perform waymark.forget_case_facts(c.organisation_id, array_agg(c.id)) from changed c group by c.organisation_id;
  end if;
  return null;
end $$;

create function waymark.key_worker_changed() returns trigger language plpgsql as $$
begin
  perform waymark.forget_case_facts(kept.organisation_id, array_agg(kept.id))
     from changed c
     join was w on w.organisation_id = c.organisation_id and w.id = c.id and (w.given_name, w.surname) is distinct from (c.given_name, c.surname)
     join waymark.pupil kept on kept.organisation_id = c.organisation_id and kept.key_worker_id = c.id
    group by kept.organisation_id;
  return null;
end $$;

create function waymark.difference_changed() returns trigger language plpgsql as $$
begin
  perform waymark.forget_case_facts(p.organisation_id, array_agg(distinct p.pupil_id))
     from changed c join waymark.plan p on p.organisation_id = c.organisation_id and p.id = c.plan_id group by p.organisation_id;
  return null;
end $$;

create trigger forget_facts_insert after insert on waymark.pupil
  referencing new table as changed for each statement execute function waymark.pupil_changed();
create trigger forget_facts_update after update on waymark.pupil
  referencing new table as changed for each statement execute function waymark.pupil_changed();
create trigger forget_facts_update after update on waymark.person
  referencing old table as was new table as changed for each statement execute function waymark.key_worker_changed();

-- tests/api/caseload/case-facts.test.ts holds this list to the tables that the facts are read from.
do $$
declare
  source text;
begin
  foreach source in array array['need','profile_line','log_entry','goal','measurement','provision_line','case_event','clock','meeting','plan'] loop
    execute format('create trigger forget_facts_insert after insert on waymark.%I
      referencing new table as changed for each statement execute function waymark.case_changed()', source);
    execute format('create trigger forget_facts_update after update on waymark.%I
      referencing old table as was new table as changed for each statement execute function waymark.case_changed()', source);
    execute format('create trigger forget_facts_delete after delete on waymark.%I
      referencing old table as changed for each statement execute function waymark.case_changed()', source);
  end loop;
end $$;
create trigger forget_facts_insert after insert on waymark.plan_difference
  referencing new table as changed for each statement execute function waymark.difference_changed();
create trigger forget_facts_update after update on waymark.plan_difference
  referencing new table as changed for each statement execute function waymark.difference_changed();
create trigger forget_facts_delete after delete on waymark.plan_difference
  referencing old table as changed for each statement execute function waymark.difference_changed();

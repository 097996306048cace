-- Removals from school and timetables of less than the whole week become entries of the record like every other kind: typed and changed by
-- hand, each edition kept. Why somebody was sent home is `why`: `reason` is, as everywhere, why an entry was changed.
alter table waymark.removal rename column reason to why;
alter table waymark.part_time rename column reason to why;
update waymark.register_write
   set before = case when before ? 'reason' then before - 'reason' || jsonb_build_object('why', before -> 'reason') else before end,
       after = case when after ? 'reason' then after - 'reason' || jsonb_build_object('why', after -> 'reason') else after end
 where table_name in ('removal','part_time');

do $$
declare
  kept text;
begin
  foreach kept in array array['removal','part_time'] loop
    execute format('alter table waymark.%I
      add column version integer not null default 1,
      add column made_at timestamptz not null default now(),
      add column made_by uuid,
      add column changed_at timestamptz not null default now(),
      add column changed_by uuid,
      add column deed text not null default ''made'',
      add column reason text,
      add column amended jsonb', kept);
    execute format('create trigger next_version before update on waymark.%I for each row execute function waymark.next_version()', kept);
    execute format('create trigger keep_edition after update on waymark.%I
      referencing old table as was new table as changed for each statement execute function waymark.keep_edition()', kept);
    execute format('create trigger keep_last_edition after delete on waymark.%I
      referencing old table as was for each statement execute function waymark.keep_last_edition()', kept);
  end loop;
end $$;

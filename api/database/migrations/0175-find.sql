-- Finding a pupil among a hundred thousand. Behind a row level policy PostgreSQL uses an index only for conditions that cannot leak a row,
-- and `like` is none of these: it read the whole roll for each letter typed. So the search itself stands above the policy, keeps to the
-- organisation of the transaction by its own first condition, and answers with ids alone; who may be told of them is asked again outside.

create extension if not exists btree_gin with schema public;

drop index waymark.pupil_found_by;
alter table waymark.pupil drop column found_by;

-- The names alone, for the closest name first, and as many people type them: the first letter and the surname in one word, `creid`.
-- Written out once and not for each of a thousand rows that are put in order.
alter table waymark.pupil add column called text generated always as (
  waymark.plain(given_name || ' ' || coalesce(known_as, '') || ' ' || surname || ' ' || left(coalesce(known_as, given_name), 1) || replace(surname, ' ', ''))
) stored;
alter table waymark.pupil add column found_by text generated always as (
  waymark.plain(given_name || ' ' || coalesce(known_as, '') || ' ' || surname || ' ' || left(coalesce(known_as, given_name), 1) || replace(surname, ' ', '')
    || ' ' || coalesce(case_ref, '') || ' ' || replace(coalesce(class_name, ''), ' ', ''))
) stored;
create index pupil_found_by on waymark.pupil using gin (organisation_id, (' ' || found_by) gin_trgm_ops);

-- Ids of pupils on roll, in one of the `schools` or among `known`, whose names hold each of the patterns; or are nearly what was typed.
create function waymark.pupils_called(patterns text[], nearly text, schools uuid[], known uuid[], most integer) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  own uuid := nullif(current_setting('app.organisation', true), '')::uuid;
  each_word text;
begin
  select string_agg(format('(%L || p.found_by) like %L', ' ', waymark.plain(pattern)), ' and ') into each_word from unnest(patterns) pattern;
  return query execute format(
    'select p.id from waymark.pupil p
      where p.organisation_id = $1 and p.left_on is null and (p.school_id = any($2) or p.id = any($3)) and %s limit $4',
    coalesce(each_word, format('%L <%% (%L || p.found_by)', waymark.plain(nearly), ' '))
  ) using own, schools, known, most;
end $$;
revoke all on function waymark.pupils_called(text[], text, uuid[], uuid[], integer) from public;
grant execute on function waymark.pupils_called(text[], text, uuid[], uuid[], integer) to waymark_app;

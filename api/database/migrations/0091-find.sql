-- What a pupil is found by while somebody types: names without accents, case and class, kept beside the row so that an index can answer.

-- unaccent() may change with its dictionary and is therefore not taken for an index; naming the dictionary makes the answer fixed.
create function waymark.plain(words text) returns text
language sql immutable strict parallel safe
return lower(public.unaccent('public.unaccent'::regdictionary, words));
grant execute on function waymark.plain(text) to waymark_app;

alter table waymark.pupil add column found_by text generated always as (
  waymark.plain(given_name || ' ' || coalesce(known_as, '') || ' ' || surname || ' ' || coalesce(case_ref, '') || ' ' || replace(coalesce(class_name, ''), ' ', ''))
) stored;

drop index waymark.pupil_name;
create index pupil_found_by on waymark.pupil using gin (found_by gin_trgm_ops);

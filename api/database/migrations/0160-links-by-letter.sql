-- A link for somebody without e-mail: a letter on paper with a short key to type, and a code printed in it or read out on the telephone.
-- The key stands in no address and tells no organisation, so the house looks it up by its digest, and learns nothing else by that.
alter table waymark.link add column way text not null default 'email' check (way in ('email','letter'));
create index link_letter on waymark.link (digest) where way = 'letter';

create function waymark.letter_link(key_digest bytea) returns table (organisation uuid, link uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select organisation_id, id from waymark.link where way = 'letter' and digest = key_digest limit 1
$$;
revoke all on function waymark.letter_link(bytea) from public;
grant execute on function waymark.letter_link(bytea) to waymark_app;

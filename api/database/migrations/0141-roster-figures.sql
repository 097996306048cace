-- A first reading fills empty tables and ties thousands of rows to them in the same transaction. Until PostgreSQL has counted them anew it
-- looks each one up by walking the whole table; only their owner may have them counted.
create function waymark.count_roster_anew() returns void language plpgsql security definer set search_path = '' as $$
begin
  analyze waymark.person;
  analyze waymark.pupil;
  analyze waymark.class;
end $$;
revoke execute on function waymark.count_roster_anew() from public;
grant execute on function waymark.count_roster_anew() to waymark_app;

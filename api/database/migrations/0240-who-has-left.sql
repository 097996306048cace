-- A key worker, or whoever gives a line of provision, who leaves is a reason to look at each of their pupils: what they did needs somebody.

create or replace function waymark.key_worker_changed() returns trigger language plpgsql as $$
begin
  perform waymark.forget_case_facts(concerned.organisation_id, array_agg(distinct concerned.pupil_id))
     from (
       select kept.organisation_id, kept.id as pupil_id
         from changed c
         join was w on w.organisation_id = c.organisation_id and w.id = c.id
          and (w.given_name, w.surname, w.left_on) is distinct from (c.given_name, c.surname, c.left_on)
         join waymark.pupil kept on kept.organisation_id = c.organisation_id and kept.key_worker_id = c.id
       union all
       select l.organisation_id, l.pupil_id
         from changed c
         join was w on w.organisation_id = c.organisation_id and w.id = c.id
          and (w.given_name, w.surname, w.left_on) is distinct from (c.given_name, c.surname, c.left_on)
         join waymark.provision_line l on l.organisation_id = c.organisation_id and l.person_id = c.id
     ) concerned
    group by concerned.organisation_id;
  return null;
end $$;

create index provision_line_person on waymark.provision_line (organisation_id, person_id) where person_id is not null;

-- What was put together before says nothing of who has left: the next reader puts it together again.
update waymark.case_facts set edition = default, facts = null where facts is not null;

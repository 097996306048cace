-- A guardian who came with a roster is known by the roster's own id, so that the next import finds the same contact.
alter table waymark.contact add column external_id text;
create unique index contact_external on waymark.contact (organisation_id, pupil_id, external_id) where external_id is not null;

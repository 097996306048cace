-- What the caseload and Today read beside the record's first columns.

-- What the staff-room calls a need, where that is not the name of its code: Dyslexia, ADHD (SEMH).
alter table waymark.need add column known_as text;
-- The lesson a pupil misses for it.
alter table waymark.provision_line add column misses text;

-- When something reached the record, for "changed since".
alter table waymark.contribution add column recorded_at timestamptz not null default now();
alter table waymark.measurement add column recorded_at timestamptz not null default now();
alter table waymark.document add column recorded_at timestamptz not null default now();
alter table waymark.action add column done_at timestamptz;
alter table waymark.goal add column met_on date;

-- Open clocks of a pupil, nearest first; the state `mark` names a day on which nobody owes anything.
create index clock_pupil_open on waymark.clock (organisation_id, pupil_id, due_on) where state in ('running','late','excused','expected');
-- Contacts with a family, latest first.
create index log_entry_contact on waymark.log_entry (organisation_id, pupil_id, on_day desc) where contact_id is not null and kind in ('call','message','visit');
create index log_entry_promise on waymark.log_entry (organisation_id, promise_due) where promise_due is not null;
create index audit_entry_actor on waymark.audit_entry (organisation_id, actor, deed, at);

-- Events of a case are recorded, corrected and taken out by hand: an event keeps its id, by which its clocks are known, and counts its
-- versions; what it said before stays as a row of its own that names it.

alter table waymark.case_event
  add column version integer not null default 1,
  add column replaced_by uuid,                -- this row is what that event said before it was corrected
  add column settled_by uuid,                 -- who corrected it or took it out
  add column reason text;                     -- why

update waymark.case_event set replaced_by = (details ->> 'correctedBy')::uuid, details = details - 'correctedBy' where details ? 'correctedBy';
create index case_event_replaced on waymark.case_event (organisation_id, replaced_by) where replaced_by is not null;

-- Whoever changes an event, by whichever door: its version goes up, and a change made on an older one is not taken.
create function waymark.case_event_versioned() returns trigger language plpgsql as $$
begin
  if (new.kind, new.on_day, new.details, new.withdrawn_at) is distinct from (old.kind, old.on_day, old.details, old.withdrawn_at) then
    new.version := old.version + 1;
  end if;
  return new;
end $$;
create trigger versioned before update on waymark.case_event for each row execute function waymark.case_event_versioned();

-- Dates that were shown before something moved them. Clocks are counted anew from events and calendars and never edited; this is what
-- a person was told until then.
create table waymark.clock_move (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  rule text not null,
  trigger_id text not null,
  title text not null,
  was_due date,                               -- null: there was no date
  now_due date,                               -- null: nothing is due any more
  because text not null,
  change_id uuid not null,                    -- the event as it was, or the change of a calendar
  at timestamptz not null,
  by_person uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index clock_move_clock on waymark.clock_move (organisation_id, pupil_id, rule, trigger_id, at);
create index clock_move_change on waymark.clock_move (organisation_id, change_id);

grant select, insert, update, delete on waymark.clock_move to waymark_app;
alter table waymark.clock_move enable row level security;
create policy own_organisation on waymark.clock_move to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

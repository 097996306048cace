-- Why a clock was not kept. Clocks are counted anew from events and never edited; a reason outlives each count by naming rule and trigger.

create table waymark.late_reason (
  organisation_id uuid not null,
  pupil_id uuid not null,
  rule text not null,
  trigger_id text not null,
  words text not null,
  by_person uuid,
  at timestamptz not null,
  primary key (organisation_id, pupil_id, rule, trigger_id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);

grant select, insert, update, delete on waymark.late_reason to waymark_app;
alter table waymark.late_reason enable row level security;
create policy own_organisation on waymark.late_reason to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- The term's clocks of an organisation, open or kept.
create index clock_due on waymark.clock (organisation_id, due_on);

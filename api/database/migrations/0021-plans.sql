-- A composed passage that a person has read and accepted. It belongs to the words: when they change, it is to be read again.
create table waymark.passage_accepted (
  organisation_id uuid not null,
  plan_id uuid not null,
  tag text not null,
  words text not null,
  accepted_by uuid,
  accepted_at timestamptz not null default now(),
  primary key (organisation_id, plan_id, tag),
  foreign key (organisation_id, plan_id) references waymark.plan
);

-- A version made by a draft has a file of its own; one made by saving back has not.
alter table waymark.plan_version add column drafted boolean not null default false;

grant select, insert, update, delete on waymark.passage_accepted to waymark_app;
alter table waymark.passage_accepted enable row level security;
create policy own_organisation on waymark.passage_accepted to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

alter table waymark.plan_difference add column rank integer not null default 0;

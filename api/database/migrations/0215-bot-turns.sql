-- Turns of the bot by the id that Teams gave them: a message that arrives again, at this process or at another, is answered once.
-- Whoever begins a turn says so; where no answer followed in time, the next to whom it arrives takes it over.
create table waymark.bot_turn (
  organisation_id uuid not null,
  conversation_id text not null,
  activity_id text not null,
  begun_by uuid not null,
  begun_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  primary key (organisation_id, conversation_id, activity_id),
  foreign key (organisation_id, conversation_id) references waymark.conversation on delete cascade
);
create index bot_turn_age on waymark.bot_turn (organisation_id, begun_at);

grant select, insert, update, delete on waymark.bot_turn to waymark_app;
alter table waymark.bot_turn enable row level security;
create policy own_organisation on waymark.bot_turn to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- Row level security by organisation, under a role that owns nothing and bypasses nothing. The role is made by
-- api/database/migrate.ts before migrations run; `app.organisation` is set at the start of each transaction.

grant usage on schema waymark to waymark_app;

grant select, insert, update, delete on waymark.organisation to waymark_app;
alter table waymark.organisation enable row level security;
create policy own_organisation on waymark.organisation to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.school to waymark_app;
alter table waymark.school enable row level security;
create policy own_organisation on waymark.school to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.person to waymark_app;
alter table waymark.person enable row level security;
create policy own_organisation on waymark.person to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.role_grant to waymark_app;
alter table waymark.role_grant enable row level security;
create policy own_organisation on waymark.role_grant to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.pupil to waymark_app;
alter table waymark.pupil enable row level security;
create policy own_organisation on waymark.pupil to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.class to waymark_app;
alter table waymark.class enable row level security;
create policy own_organisation on waymark.class to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.class_teacher to waymark_app;
alter table waymark.class_teacher enable row level security;
create policy own_organisation on waymark.class_teacher to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.class_pupil to waymark_app;
alter table waymark.class_pupil enable row level security;
create policy own_organisation on waymark.class_pupil to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.team_member to waymark_app;
alter table waymark.team_member enable row level security;
create policy own_organisation on waymark.team_member to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.need to waymark_app;
alter table waymark.need enable row level security;
create policy own_organisation on waymark.need to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.profile_line to waymark_app;
alter table waymark.profile_line enable row level security;
create policy own_organisation on waymark.profile_line to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.contact to waymark_app;
alter table waymark.contact enable row level security;
create policy own_organisation on waymark.contact to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.contribution to waymark_app;
alter table waymark.contribution enable row level security;
create policy own_organisation on waymark.contribution to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.goal to waymark_app;
alter table waymark.goal enable row level security;
create policy own_organisation on waymark.goal to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.measurement to waymark_app;
alter table waymark.measurement enable row level security;
create policy own_organisation on waymark.measurement to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.provision_line to waymark_app;
alter table waymark.provision_line enable row level security;
create policy own_organisation on waymark.provision_line to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.plan to waymark_app;
alter table waymark.plan enable row level security;
create policy own_organisation on waymark.plan to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert on waymark.plan_version to waymark_app;
alter table waymark.plan_version enable row level security;
create policy own_organisation on waymark.plan_version to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.plan_difference to waymark_app;
alter table waymark.plan_difference enable row level security;
create policy own_organisation on waymark.plan_difference to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.document to waymark_app;
alter table waymark.document enable row level security;
create policy own_organisation on waymark.document to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.meeting to waymark_app;
alter table waymark.meeting enable row level security;
create policy own_organisation on waymark.meeting to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.meeting_person to waymark_app;
alter table waymark.meeting_person enable row level security;
create policy own_organisation on waymark.meeting_person to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.meeting_entry to waymark_app;
alter table waymark.meeting_entry enable row level security;
create policy own_organisation on waymark.meeting_entry to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.action to waymark_app;
alter table waymark.action enable row level security;
create policy own_organisation on waymark.action to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.counter to waymark_app;
alter table waymark.counter enable row level security;
create policy own_organisation on waymark.counter to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.case_event to waymark_app;
alter table waymark.case_event enable row level security;
create policy own_organisation on waymark.case_event to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.clock to waymark_app;
alter table waymark.clock enable row level security;
create policy own_organisation on waymark.clock to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.log_entry to waymark_app;
alter table waymark.log_entry enable row level security;
create policy own_organisation on waymark.log_entry to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.consent to waymark_app;
alter table waymark.consent enable row level security;
create policy own_organisation on waymark.consent to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.roster_import to waymark_app;
alter table waymark.roster_import enable row level security;
create policy own_organisation on waymark.roster_import to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.roster_rejection to waymark_app;
alter table waymark.roster_rejection enable row level security;
create policy own_organisation on waymark.roster_rejection to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert on waymark.audit_entry to waymark_app;
alter table waymark.audit_entry enable row level security;
create policy own_organisation on waymark.audit_entry to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert on waymark.audit_seal to waymark_app;
alter table waymark.audit_seal enable row level security;
create policy own_organisation on waymark.audit_seal to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.conversation to waymark_app;
alter table waymark.conversation enable row level security;
create policy own_organisation on waymark.conversation to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.sent_card to waymark_app;
alter table waymark.sent_card enable row level security;
create policy own_organisation on waymark.sent_card to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.deed_done to waymark_app;
alter table waymark.deed_done enable row level security;
create policy own_organisation on waymark.deed_done to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.token_cache to waymark_app;
alter table waymark.token_cache enable row level security;
create policy own_organisation on waymark.token_cache to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- Contributions asked of several people at once: a round-robin to class teachers, views and advice for a review or an assessment. Each
-- person's contribution is an entry of the record; here stands the request it belongs to, how the person is asked, and what they answered
-- question by question.
create table waymark.contribution_request (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  purpose text not null check (purpose in ('concern','support-review','annual-review','assessment')),
  about_kind text check (about_kind in ('concern','referral','meeting')),
  about_id uuid,
  questions jsonb not null,                   -- [{ id, words }], as they were asked
  due_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  goes_out_at timestamptz not null,           -- not before the school opens
  state text not null default 'open' check (state in ('open','closed','withdrawn')),
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  told_at timestamptz,                        -- when the asker was told how it went
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil,
  foreign key (organisation_id, asked_by) references waymark.person,
  check ((about_kind is null) = (about_id is null)),
  check ((state = 'open') = (ended_at is null))
);
create index contribution_request_pupil on waymark.contribution_request (organisation_id, pupil_id);

-- `contribution_id` is an entry of the record, which may be taken out; the asking then stands without it and takes no answer.
create table waymark.contribution_asked (
  organisation_id uuid not null,
  contribution_id uuid not null,
  request_id uuid not null,
  pupil_id uuid not null,
  person_id uuid,                             -- somebody who works with the pupil …
  contact_id uuid,                            -- … or one of the family
  rank smallint not null,
  words text not null,                        -- "9 B Maths", "mother"
  door text not null check (door in ('card','link')),
  answers jsonb,                              -- [{ question, words }]
  answers_version integer,                    -- the edition of the entry that these answers are
  answered_at timestamptz,
  reminded_at timestamptz[] not null default '{}',
  steps text[] not null default '{}',         -- reminders that went by themselves: 'first', 'second'
  primary key (organisation_id, contribution_id),
  foreign key (organisation_id, request_id) references waymark.contribution_request,
  foreign key (organisation_id, pupil_id) references waymark.pupil,
  foreign key (organisation_id, person_id) references waymark.person,
  foreign key (organisation_id, contact_id) references waymark.contact,
  check ((person_id is null) <> (contact_id is null))
);
create index contribution_asked_request on waymark.contribution_asked (organisation_id, request_id);
create index contribution_asked_person on waymark.contribution_asked (organisation_id, person_id) where answered_at is null;

grant select, insert, update on waymark.contribution_request to waymark_app;
alter table waymark.contribution_request enable row level security;
create policy own_organisation on waymark.contribution_request to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update on waymark.contribution_asked to waymark_app;
alter table waymark.contribution_asked enable row level security;
create policy own_organisation on waymark.contribution_asked to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- A link that asks the questions of a request.
alter table waymark.link drop constraint link_purpose_check;
alter table waymark.link add constraint link_purpose_check check (purpose in ('time','view','answer','advice','read','contribution'));
alter table waymark.link add column reminds boolean not null default false;   -- the letter says that it is a reminder

-- Letters that were composed from the record and filed. `letter` is what was printed, so that it can be read again word for word; `own` is
-- what a person wrote or chose. The document itself lies in the case folder.
create table waymark.letter (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  kind text not null,
  reader text not null check (reader in ('family','learner','authority')),
  contact_id uuid,                            -- one of the family, as the letter was written; null for the learner and the authority
  addressee text not null,                    -- the name as it was printed
  language text not null,
  about uuid,                                 -- the meeting it is about
  interpreter boolean,                        -- the answer given for this invitation; null where it was not asked
  own jsonb not null,
  letter jsonb,                               -- null until it is filed
  name text not null,                         -- of the file
  document_id uuid,
  dated date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz,
  given_on date,
  given_how text check (given_how in ('link','post','hand')),
  given_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil,
  check ((reader = 'family') = (contact_id is not null))
);
create index letter_pupil on waymark.letter (organisation_id, pupil_id, made_at);
create unique index letter_name on waymark.letter (organisation_id, pupil_id, name);

-- That a native speaker has checked the set phrases of a language. `phrases` is a digest of what was checked: other phrases are unchecked again.
create table waymark.language_review (
  organisation_id uuid not null references waymark.organisation,
  language text not null,
  reviewed_by text not null,
  reviewed_on date not null,
  phrases text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, language)
);

grant select, insert, update, delete on waymark.letter to waymark_app;
alter table waymark.letter enable row level security;
create policy own_organisation on waymark.letter to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update, delete on waymark.language_review to waymark_app;
alter table waymark.language_review enable row level security;
create policy own_organisation on waymark.language_review to waymark_app
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- Privacy: requests for the record, retention, holds and erasure.
--
-- What is about a pupil is found in the catalogue and not in a list: every table with a `pupil_id`, the pupil's own row, and every table
-- whose foreign key leads to one of those. A table made tomorrow is exported and erased without anybody remembering to say so.

-- A hold: nothing of this record is erased while one is in force (waymark.erase_rows refuses it).
create table waymark.legal_hold (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  lift_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create unique index legal_hold_in_force on waymark.legal_hold (organisation_id, pupil_id) where lifted_at is null;

-- Somebody asked to see the record. `due_on` and `rule` are as counted on the day of asking.
create table waymark.records_request (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  asked_by text not null,
  asked_as text not null check (asked_as in ('parent','pupil','representative')),
  contact_id uuid,                            -- who asked, where that is a contact: their own name is not held back from them
  received_on date not null,
  due_on date not null,
  rule text not null,
  state text not null check (state in ('gathering','to-decide','building','ready','answered','withdrawn')),
  done integer not null default 0,            -- steps of the work that is under way, for whoever waits
  total integer not null default 0,
  trouble text,                               -- why the work waits, in a sentence
  expires_at timestamptz,                     -- the archive goes then
  bytes bigint,
  answered_on date,
  answered_how text,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index records_request_pupil on waymark.records_request (organisation_id, pupil_id);
create index records_request_open on waymark.records_request (organisation_id, due_on) where state not in ('answered','withdrawn');

-- What a person must decide before the record is handed over: a name, a restricted note, a file that no machine can read.
create table waymark.records_finding (
  organisation_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  key text not null,                          -- the same from one reading of the record to the next
  kind text not null check (kind in ('family','colleague','pupil','restricted-note','unread-file')),
  source text not null,                       -- table:log_entry, file:<drive item>
  source_words text not null,
  whom text not null,                         -- the name, the note, the file
  passages jsonb not null default '[]',
  mentions integer not null,
  choice text check (choice in ('keep','redact','withhold')),
  ground text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, request_id) references waymark.records_request on delete cascade
);
create unique index records_finding_key on waymark.records_finding (organisation_id, request_id, key);

-- The archive, in pieces, so that neither building nor fetching it needs its whole size in memory. It goes when it expires.
create table waymark.records_piece (
  organisation_id uuid not null,
  request_id uuid not null,
  number integer not null,
  bytes bytea not null,
  primary key (organisation_id, request_id, number),
  foreign key (organisation_id, request_id) references waymark.records_request on delete cascade
);

-- A person decided to keep a record beyond its rule.
create table waymark.retention_decision (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  rule text not null,
  keep_until date not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references waymark.pupil
);
create index retention_decision_pupil on waymark.retention_decision (organisation_id, pupil_id, decided_at);

-- An erasure outlives the record it erased; hence no foreign key to the pupil. Its case is the only name it keeps.
create table waymark.erasure (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  pupil_id uuid not null,
  school_id uuid not null,
  case_ref text,
  ground text not null,                       -- retention, asked, mistake
  reason text not null,
  keep_roll boolean not null,                 -- the entry on the roll stays, everything else goes
  told_on date,                               -- when the family was told (34 CFR 300.624)
  state text not null check (state in ('asked','running','done','cancelled')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_why text,
  trouble text,
  primary key (organisation_id, id)
);
create unique index erasure_open on waymark.erasure (organisation_id, pupil_id) where state in ('asked','running');

-- Every copy that was found, and what became of it. `target` says how to reach it and is emptied once it is settled.
create table waymark.erasure_step (
  organisation_id uuid not null,
  erasure_id uuid not null,
  rank integer not null,
  kind text not null,
  words text not null,
  target jsonb,
  outcome text check (outcome in ('done','not-possible','told')),
  outcome_words text,
  settled_at timestamptz,
  primary key (organisation_id, erasure_id, rank),
  foreign key (organisation_id, erasure_id) references waymark.erasure
);

-- What stays of an erased record: that there was one, who ended it, why and how. Never changed, never removed.
create table waymark.tombstone (
  organisation_id uuid not null references waymark.organisation,
  pupil_id uuid not null,
  school_id uuid not null,
  erasure_id uuid not null,
  case_ref text,
  erased_at timestamptz not null,
  asked_by uuid not null,
  confirmed_by uuid not null,
  ground text not null,
  kept_roll boolean not null,
  what jsonb not null,                        -- rows by table, copies by outcome
  primary key (organisation_id, erasure_id)
);

do $$
declare
  one text;
begin
  foreach one in array array['legal_hold','records_request','records_finding','records_piece','retention_decision','erasure','erasure_step','tombstone'] loop
    execute format('alter table waymark.%I enable row level security', one);
    execute format($policy$create policy own_organisation on waymark.%I to waymark_app
      using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
      with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)$policy$, one);
  end loop;
end $$;
grant select, insert, update on waymark.legal_hold, waymark.records_request, waymark.erasure, waymark.erasure_step to waymark_app;
grant select, insert, update, delete on waymark.records_finding, waymark.records_piece to waymark_app;
grant select, insert on waymark.retention_decision, waymark.tombstone to waymark_app;

-- Every table that holds something about one pupil, with the condition that finds a pupil's rows ($1 the organisation, $2 the pupil) and
-- the tables that must outlive its rows. What an erasure leaves behind is not among them.
create view waymark.pupil_table as
with recursive tables as (
  select c.oid, c.relname::text collate "C" as name,
         exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'pupil_id' and not a.attisdropped) as by_pupil
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'waymark' and c.relkind = 'r' and c.relname not in ('erasure', 'erasure_step', 'tombstone')
), links as (
  select k.conrelid as child, k.confrelid as parent,
         (select string_agg(quote_ident(a.attname), ', ' order by u.place) from unnest(k.conkey) with ordinality u (number, place)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number) as child_columns,
         (select string_agg(quote_ident(a.attname), ', ' order by u.place) from unnest(k.confkey) with ordinality u (number, place)
            join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number) as parent_columns
    from pg_constraint k where k.contype = 'f' and k.conrelid <> k.confrelid
), reached as (
  select t.oid, t.name, case when t.name = 'pupil' then 'organisation_id = $1 and id = $2' else 'organisation_id = $1 and pupil_id = $2' end collate "C" as condition
    from tables t where t.by_pupil or t.name = 'pupil'
  union
  select t.oid, t.name, format('(%s) in (select %s from waymark.%I where %s)', l.child_columns, l.parent_columns, r.name, r.condition) collate "C"
    from reached r join links l on l.parent = r.oid join tables t on t.oid = l.child and not t.by_pupil and t.name <> 'pupil'
)
select r.name, string_agg(distinct r.condition, ' or ') as condition,
       array(select distinct p.relname::text collate "C" from links l join pg_class p on p.oid = l.parent where l.child = r.oid) as parents
  from reached r group by r.oid, r.name;
grant select on waymark.pupil_table to waymark_app;

-- The one way by which rows of a record go: for an erasure that is running, while no hold is in force, table by table.
create function waymark.erase_rows(of_erasure uuid, of_table text) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own uuid := nullif(current_setting('app.organisation', true), '')::uuid;
  pupil uuid;
  chosen text;
  gone integer;
begin
  select e.pupil_id into pupil from waymark.erasure e where e.organisation_id = own and e.id = of_erasure and e.state = 'running';
  if pupil is null then
    raise exception 'no such erasure is running' using errcode = '42501';
  end if;
  if exists (select from waymark.legal_hold h where h.organisation_id = own and h.pupil_id = pupil and h.lifted_at is null) then
    raise exception 'the record is under a hold' using errcode = '42501';
  end if;
  select t.condition into chosen from waymark.pupil_table t where t.name = of_table;
  if chosen is null then
    raise exception 'the table holds nothing about one pupil' using errcode = '42501';
  end if;
  execute format('delete from waymark.%I where %s', of_table, chosen) using own, pupil;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function waymark.erase_rows(uuid, text) from public;
grant execute on function waymark.erase_rows(uuid, text) to waymark_app;

-- Rows elsewhere that mention the record by an id or by its case: answers kept for a retry, letters sent, times told, cards.
create function waymark.erase_mentions(of_erasure uuid, of_table text, mentions text[]) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own uuid := nullif(current_setting('app.organisation', true), '')::uuid;
  gone integer;
begin
  if not exists (select from waymark.erasure e where e.organisation_id = own and e.id = of_erasure and e.state = 'running') then
    raise exception 'no such erasure is running' using errcode = '42501';
  end if;
  if of_table not in ('deed_done', 'letter_sent', 'told_time', 'sent_card', 'roster_rejection') then
    raise exception 'rows of this table are not erased by what they mention' using errcode = '42501';
  end if;
  execute format('delete from waymark.%I t where t.organisation_id = $1
    and exists (select from unnest($2) m where position(m in to_jsonb(t)::text) > 0)', of_table) using own, mentions;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function waymark.erase_mentions(uuid, text, text[]) from public;
grant execute on function waymark.erase_mentions(uuid, text, text[]) to waymark_app;

-- Jobs of this organisation that wait in the queue and mention the record; `take` removes those that no worker has in hand.
create function waymark.jobs_mentioning(mentions text[], take boolean) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own text := nullif(current_setting('app.organisation', true), '');
  found integer;
begin
  if take then
    delete from graphile_worker._private_jobs j
     where j.payload ->> 'organisation' = own and j.locked_at is null
       and exists (select from unnest(mentions) m where position(m in j.payload::text) > 0);
    get diagnostics found = row_count;
  else
    select count(*) into found from graphile_worker._private_jobs j
     where j.payload ->> 'organisation' = own and exists (select from unnest(mentions) m where position(m in j.payload::text) > 0);
  end if;
  return found;
end $$;
revoke all on function waymark.jobs_mentioning(text[], boolean) from public;
grant execute on function waymark.jobs_mentioning(text[], boolean) to waymark_app;

-- A card of the bot is taken back to a stub after a time, or when the record it speaks of is erased. `mentions` are the ids in it.
alter table waymark.sent_card add column stubbed_at timestamptz;
alter table waymark.sent_card add column mentions text[] not null default '{}';
create index sent_card_standing on waymark.sent_card (organisation_id, sent_at) where stubbed_at is null and activity_id is not null;

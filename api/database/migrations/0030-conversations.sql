-- Spacing of what the bot says of its own accord, and why a conversation was closed.
alter table waymark.conversation add column last_sent_at timestamptz;
alter table waymark.conversation add column closed_why text;
create index conversation_meeting on waymark.conversation (organisation_id, meeting_id) where meeting_id is not null;

-- A message of the bot is claimed before it is sent; `done_at` says that it went out or was given up in favour of an e-mail.
alter table waymark.sent_card add column done_at timestamptz;
alter table waymark.sent_card add column outcome text check (outcome in ('sent', 'mailed', 'dropped'));

-- Whom a family rings: it stands on every page for people without an account.
alter table waymark.school add column telephone text;

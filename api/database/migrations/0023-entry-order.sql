-- Two entries may fall into one moment; they stand in the order in which they were added, actions among them.
create sequence waymark.entry_order;
grant usage on sequence waymark.entry_order to waymark_app;
alter table waymark.meeting_entry add column added bigint not null default nextval('waymark.entry_order');
alter table waymark.action add column added bigint not null default nextval('waymark.entry_order');

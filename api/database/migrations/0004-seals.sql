-- Which seal an audit row went into; null until the worker has sealed it. The one column of the audit trail that may change,
-- and only from null: the verifier compares it with the seal's own list.

alter table waymark.audit_entry add column sealed_in bigint;
create index audit_entry_unsealed on waymark.audit_entry (organisation_id, at, id) where sealed_in is null;
grant update (sealed_in) on waymark.audit_entry to waymark_app;

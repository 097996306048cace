-- What the file of a plan's version was made with (title, moment, template, add-in), and the SHA-256 of its bytes as they were filed: with
-- these an old version is made again exactly, and shown to be the same.
alter table waymark.plan_version add column made_with jsonb;
alter table waymark.plan_version add column digest text;

-- A version stays as it was made. It goes with its plan when a record is erased, and is never changed.
revoke update on waymark.plan_version from waymark_app;

-- When the clocks of the whole organisation were last counted. A clock's own row is written only when its count came out otherwise, so that
-- a night without change writes nothing and what is kept of each case stays good.
alter table waymark.organisation add column clocks_counted_at timestamptz;

-- Somebody of the family without an e-mail address is asked by a letter with a link: it is printed, and nothing goes by itself.
alter table waymark.contribution_asked drop constraint contribution_asked_door_check;
alter table waymark.contribution_asked add constraint contribution_asked_door_check check (door in ('card','link','letter'));

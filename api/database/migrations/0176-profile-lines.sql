-- What a one-page profile says in the pupil's favour, and what to do if it goes wrong, stand beside strengths and what works.

alter table waymark.profile_line drop constraint profile_line_kind_check;
alter table waymark.profile_line add constraint profile_line_kind_check
  check (kind in ('liked', 'strength', 'important', 'difficulty', 'strategy', 'if-wrong'));

-- Which places at a meeting somebody fills whom the law asks to be there, and in which form somebody was excused (34 CFR 300.321).

alter table waymark.meeting_person
  add column seats text[],                    -- null: as role and part suggest
  add column excusal jsonb;                   -- { area, discussed, agreedOn, inputOn }

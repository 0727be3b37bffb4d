-- What a post may ask for: schooling, specialities, party, licences of a candidate; and posts that are kept for a speciality (直通车).

alter table placement.candidates
  add column codes          text[]   not null default '{}',
  add column further_places text[]   not null default '{}',
  add column hardship       smallint not null default 0,
  add constraint candidates_hardship_check check (hardship between 0 and 10),
  add constraint candidates_codes_check check (cardinality(codes) <= 40),
  add constraint candidates_places_check check (cardinality(further_places) <= 5);
comment on column placement.candidates.codes is 'Schooling, specialities, party and licences as codes of domain/codes: what posts require and wish for.';
comment on column placement.candidates.further_places is 'Counties besides the receiving one where the candidate may be placed (《退役军人安置条例》第四十五条、第四十九条).';
comment on column placement.candidates.hardship is 'Grade of hardship of the family, 0 to 10: in a directive assignment who has it hardest stays nearest.';
grant update (codes, further_places, hardship) on placement.candidates to guidui_app;

alter table placement.posts
  add column reserved_for text collate "C",
  add constraint posts_reserved_check check (reserved_for is null or is_direct);
comment on column placement.posts.reserved_for is 'Direct train (直通车): only people with this speciality may choose it.';

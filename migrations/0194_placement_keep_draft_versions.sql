-- A draft of a round may be changed until it is committed to; each version that was given up is kept.
create table placement.draft_versions (
  bureau_code  text collate "C" not null,
  round_id     uuid             not null,
  version      int              not null,
  unit_code    text collate "C" not null,
  title        text             not null,
  settings     jsonb            not null,
  draw_source  text             not null,
  draw_on      date             not null,
  post_ids     uuid[]           not null,
  changed_at   timestamptz      not null,
  changed_by   uuid             not null,
  by_name      text             not null,

  constraint draft_versions_pkey primary key (bureau_code, round_id, version),
  constraint draft_versions_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint draft_versions_version_check check (version > 0),
  constraint draft_versions_round_fkey foreign key (bureau_code, round_id) references placement.rounds (bureau_code, id)
);
comment on table placement.draft_versions is 'Append-only: what the draft of a round said before it was changed, and who changed it. Of two who change one version at once the second finds its number gone.';
comment on column placement.draft_versions.post_ids is 'The posts of this version in the order of their short codes.';
create index draft_versions_unit_idx on placement.draft_versions (unit_code);

alter table placement.draft_versions enable row level security;
alter table placement.draft_versions force row level security;
create policy draft_versions_select on placement.draft_versions for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy draft_versions_insert on placement.draft_versions for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on placement.draft_versions to guidui_app;

-- The posts of a draft are chosen anew; those of anything that was committed to are not. Within the range of whoever asks.
create policy round_posts_delete on placement.round_posts for delete using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create function placement.clear_draft_posts(p_bureau text, p_round_id uuid) returns void
language sql security definer set search_path = ''
as $$
  delete from placement.round_posts p
   where p.bureau_code = p_bureau and p.round_id = p_round_id
     and exists (select from placement.rounds r where r.bureau_code = p.bureau_code and r.id = p.round_id and r.state = 'draft')
$$;
comment on function placement.clear_draft_posts is 'Takes the posts out of a round that is still a draft, so that others may be chosen; of any other round nothing.';
revoke all on function placement.clear_draft_posts from public;
grant execute on function placement.clear_draft_posts to guidui_app;
comment on table placement.round_posts is 'Append-only but for drafts: the posts of a round and the short code by which the record knows each. Only those of a draft are chosen anew, through placement.clear_draft_posts.';

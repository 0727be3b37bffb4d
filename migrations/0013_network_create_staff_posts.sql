-- 0013_network_create_staff_posts.sql
--
-- Who works at a unit, in which kind of post, with which duties, from when to when. One person may hold several duties
-- in one post (大岗位制, the broad-post system); the periods of one person at one unit never overlap.
--
-- That last rule is kept by the action, which locks the unit's row first, and not by an exclusion constraint: the
-- constraint would need the extension btree_gist and could not tell two people of one name apart.

create table network.staff_posts (
  bureau_code      text collate "C" not null,
  post_id          uuid not null,
  unit_code        text collate "C" not null,
  staff_name       text collate "C" not null,
  -- The same person in several posts has one staff_id; two people of one name have two.
  staff_id         uuid not null,
  post_type        text collate "C" not null,
  is_veteran       boolean not null,
  is_party_member  boolean not null,
  duties           text[] not null,
  from_on          date not null,
  to_on            date,
  recorded_at      timestamptz not null default now(),

  constraint staff_posts_pkey primary key (bureau_code, post_id),
  constraint staff_posts_unit_fkey foreign key (bureau_code, unit_code) references network.service_units (bureau_code, unit_code),
  constraint staff_posts_bureau_is_prefix check (bureau_code = left(unit_code, 6)),
  constraint staff_posts_type_is_known check (post_type in ('fullTime', 'partTime', 'publicWelfare')),
  constraint staff_posts_has_duty check (cardinality(duties) > 0),
  constraint staff_posts_is_named check (staff_name <> ''),
  constraint staff_posts_in_order check (to_on >= from_on)
);
create index staff_posts_unit_idx on network.staff_posts (bureau_code, unit_code, from_on);
create index staff_posts_code_idx on network.staff_posts (unit_code);
comment on table network.staff_posts is
  'Posts of staff at service units. to_on is the last day of the post, null while it lasts. Staff are not clients: their names stand here plainly.';

alter table network.staff_posts enable row level security;
alter table network.staff_posts force row level security;
create policy staff_posts_select on network.staff_posts for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy staff_posts_insert on network.staff_posts for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy staff_posts_update on network.staff_posts for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, update on network.staff_posts to guidui_app;

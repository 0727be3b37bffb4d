-- A visit sets the next plan by rule. When the visit is taken back, so is the plan that it set.

alter table casework.visit_plans add column set_by_visit_id uuid;
alter table casework.visit_plans
  add constraint visit_plans_set_by_visit_fkey foreign key (bureau_code, set_by_visit_id) references casework.visits (bureau_code, id);
comment on column casework.visit_plans.set_by_visit_id is 'The visit after which a contact rule set this plan; null where it was planned by hand or for a new file.';
create index visit_plans_set_by_visit_idx on casework.visit_plans (bureau_code, set_by_visit_id);

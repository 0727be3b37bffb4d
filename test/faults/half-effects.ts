/** Rows made by the clerks: the accounts that hold receipts. */
const BY_CLERKS = 'in (select account_id from spine.receipts)'

/** What the demo has loaded and done for the same accounts was there before the clerks took their seats. */
const SINCE = ">= current_setting('faults.since')::timestamptz"
const IS_NEW = `exists (select from registry.person_versions n where n.person_id = p.id and n.version = 1 and n.changed_at ${SINCE})`

const counting = (column: string, from: string): string => `select count(*)::int as n, min(${column}::text) as example from ${from}`

/** Rows that stand without what belongs to them: each question must count nothing. */
export const HALF_EFFECTS: Readonly<Record<string, string>> = {
  'a visit without people': counting(
    'v.id',
    'casework.visits v where not exists (select from casework.visit_people s where s.bureau_code = v.bureau_code and s.visit_id = v.id)',
  ),
  'a visit without its receipt': counting(
    'v.id',
    `casework.visits v where v.recorded_by ${BY_CLERKS} and v.recorded_at ${SINCE} and not exists (select from spine.receipts r where r.action_id = v.id)`,
  ),
  'a file without its receipt': counting(
    'p.id',
    `registry.people p where p.captured_by ${BY_CLERKS} and ${IS_NEW} and not exists (select from spine.receipts r where r.action_id = p.id)`,
  ),
  'a file without its first version': counting(
    'p.id',
    'registry.people p where not exists (select from registry.person_versions v where v.bureau_code = p.bureau_code and v.person_id = p.id)',
  ),
  'a file that the directory does not know': counting(
    'p.id',
    `registry.people p where p.captured_by ${BY_CLERKS} and not exists (select from registry.citizen_directory d where d.person_id = p.id)`,
  ),
  'a file that search does not find': counting(
    'p.id',
    'registry.people p where not exists (select from registry.search_keys k where k.bureau_code = p.bureau_code and k.person_id = p.id)',
  ),
  'a receipt without a leaf': counting(
    'r.action_id',
    'spine.receipts r where not r.refused and not exists (select from leaf l where l.id = r.action_id::text)',
  ),
  'a leaf without a receipt': counting(
    'l.id',
    `leaf l where l.account_id ${BY_CLERKS} and l.at ${SINCE} and not exists (select from spine.receipts r where r.action_id::text = l.id)`,
  ),
  'a visit whose facts count otherwise': `
    select count(*)::int as n, min(v.person_id::text) as example
      from (select s.person_id, count(*) as visits from casework.visit_people s join casework.visits v on v.bureau_code = s.bureau_code and v.id = s.visit_id
             where v.recorded_by ${BY_CLERKS} group by s.person_id) v
      full join (select p.id as person_id, sum(f.quantity) as visits from spine.facts f, unnest(f.person_ids) as p(id) where f.kind = 'visit.done' group by p.id) f
        on f.person_id = v.person_id
     where v.visits is distinct from f.visits and coalesce(v.person_id, f.person_id) in (select id from registry.people where captured_by ${BY_CLERKS})`,
  'a due plan beside a visit that closed nothing': counting(
    'p.id',
    "casework.visit_plans p where p.status = 'done' and not exists (select from casework.visits v where v.bureau_code = p.bureau_code and v.id = p.visit_id)",
  ),
}

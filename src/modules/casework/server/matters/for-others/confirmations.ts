/**
 * Yearly confirmations in a bureau that were begun since a day, the last one of each person: a query that whoever pays them
 * joins to its own rows, so that a county never leaves the database. `bureau` and `since` are the places of its values ($1, $2).
 * It gives `matter_id`, `person_id`, `state` (due, overdue, toCheck, confirmed, notConfirmed) and `due_on`, the day by which
 * it is to be done, infinity once it is over.
 */
export const CONFIRMATIONS = ({ bureau, since }: { bureau: `$${number}`; since: `$${number}` }): string => `
  select distinct on (person_id) id as matter_id, person_id, state, due_on
    from casework.matters
   where bureau_code = ${bureau} and type_code = 'annualConfirmation' and person_id is not null and opened_on >= ${since}::date
     and outcome is distinct from 'handedOver' and double_of is null
   order by person_id, opened_on desc, id desc`

/**
 * Reads people by the ids of the first parameter (`uuid[]`), each by its own key. Asked with `= any` under row-level
 * security, a page of a township's people was found by reading all of the township's files: of a part of the table that is
 * smaller than a hundredth the planner guesses that it holds a handful.
 *
 * @param columns of `registry.people p`
 * @param where what else must hold of `p`
 */
export const peopleById = (columns: string, where: string): string =>
  `select p.* from unnest($1::uuid[]) as wanted(id)
    cross join lateral (select ${columns} from registry.people p where p.id = wanted.id and ${where} offset 0) p`

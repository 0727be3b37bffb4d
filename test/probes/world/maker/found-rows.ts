import type { DeskMaker } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'

/** Rows that other actions have left behind, looked for as the owner of the database. */
export const foundRowsOn = ({ database, remember }: Grounds): Pick<DeskMaker, 'transferOf' | 'suspicionOf'> => ({
  transferOf: async (unit, personId) => {
    const { rows } = await database.ownerPool.query<{ id: string }>(
      "select id from registry.transfer_requests where unit_code = $1 and person_id = $2 and direction = 'toDecide'",
      [unit, personId],
    )
    const id = rows[0]?.id ?? ''
    remember(id, { kind: 'work', unit })
    return id
  },
  suspicionOf: async (unit, name) => {
    const { rows } = await database.ownerPool.query<{ id: string; person_id: string; other_id: string }>(
      `select s.id, s.person_id, s.other_id from registry.duplicate_suspicions s
         join registry.people p on p.bureau_code = s.bureau_code and p.id = s.person_id where s.unit_code = $1 and p.name = $2`,
      [unit, name],
    )
    const found = rows[0]
    if (!found) throw new Error(`making the world: nobody at ${unit} is suspected to have two files`)
    for (const id of [found.person_id, found.other_id]) remember(id, { kind: 'person', unit })
    remember(found.id, { kind: 'work', unit })
    return found.id
  },
})

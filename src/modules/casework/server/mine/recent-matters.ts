import type { ViewContext } from '../../../../platform/actions/context.ts'
import { holds } from '../../domain/matters/matter-type.ts'
import { getMatterType } from '../matters/load-types.ts'
import { openAnswers } from '../matters/matter-rows.ts'
import { MY_COLUMNS, MY_TABLES, type MyRow } from './my-lines.ts'
import { isShownTo, ownPerson } from './own-person.ts'

/** What is on a first page at most; more is a page of its own. */
const SHOWN = 20

interface RecentRow extends MyRow {
  /** Null where the matter has ended: then nobody looks into it. */
  answers: Buffer | null
  /** Codes of the papers that were given, at the window or from the telephone. */
  given: string[]
}

/** The own matters that are open or ended lately, each with how many papers its person still owes. Open ones are never crowded out. */
export async function listRecent(context: ViewContext): Promise<(MyRow & { papersWanting: number })[]> {
  const { tx, actor, today, secrets } = context
  const { rows } = await tx.query<RecentRow>(
    `select ${MY_COLUMNS}, case when m.outcome is null then m.answers end as answers,
            array(select distinct d.code from casework.matter_documents d where d.bureau_code = m.bureau_code and d.matter_id = m.id) as given
       from ${MY_TABLES} where m.person_id = $1 and (m.closed_on is null or m.closed_on > $2::date - 30)
      order by m.closed_on is not null, m.opened_on desc, m.id desc limit $3`,
    [ownPerson(actor), today, SHOWN],
  )
  return rows
    .filter((row) => isShownTo(actor, getMatterType(row.type_code, row.type_version)))
    .map((row) => ({ ...row, papersWanting: papersWanting(secrets, row) }))
}

/** The same count as on the page of the matter: which papers are asked for follows from what was answered, and answers are sealed. */
function papersWanting(secrets: ViewContext['secrets'], { id, type_code, type_version, answers, given }: RecentRow): number {
  const required = getMatterType(type_code, type_version).documents.filter(
    (document) => document.required && !given.includes(document.code),
  )
  if (answers === null || required.length === 0) return 0
  const said = openAnswers(secrets, id, answers)
  return required.filter(({ when }) => holds(when, said)).length
}

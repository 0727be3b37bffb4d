import { maskName } from '../../../../kernel/mask.ts'
import { regionOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findDoor } from '../../../network/index.ts'
import { findClass, findFile, measureCompleteness } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { findMatterType, getMatterType } from '../matters/load-types.ts'
import { countUnread } from './count-unread.ts'
import { MY_COLUMNS, MY_TABLES, type MyRow, myLines, unitNames } from './my-lines.ts'
import { isShownTo, ownPerson, whereOwnFileIs } from './own-person.ts'

/** The kind of matter by which a year is confirmed. */
const CONFIRMATION = 'annualConfirmation'

/** What is on a first page at most; more is a page of its own. */
const SHOWN = 20

type Home = (typeof contract.seeMyHome)['output']['_output']

async function listRecent(context: ViewContext): Promise<MyRow[]> {
  const { rows } = await context.tx.query<MyRow>(
    `select ${MY_COLUMNS} from ${MY_TABLES} where m.person_id = $1 and (m.closed_on is null or m.closed_on > $2::date - 30)
      order by m.opened_on desc, m.id desc limit $3`,
    [ownPerson(context.actor), context.today, SHOWN],
  )
  return rows.filter((row) => isShownTo(context.actor, getMatterType(row.type_code, row.type_version)))
}

/** Asked only of who draws a pension: of the others nobody asks a confirmation. */
async function confirmationOf({ tx, actor, today }: ViewContext, classes: readonly string[]): Promise<Home['confirmation']> {
  if (classes.length === 0 || !findMatterType(CONFIRMATION, today)) return null
  const year = today.slice(0, 4)
  const { rows } = await tx.query<{ id: string; outcome: string | null }>(
    `select id, outcome from casework.matters where person_id = $1 and type_code = $2 and opened_on >= $3::date
      order by opened_on desc, id desc limit 1`,
    [ownPerson(actor), CONFIRMATION, `${year}-01-01`],
  )
  const found = rows[0]
  const state = !found ? 'due' : found.outcome === null ? 'underway' : found.outcome === 'granted' ? 'done' : 'due'
  return { year: Number(year), state, matterId: found?.id ?? null }
}

export const seeMyHome = view(contract.seeMyHome, {
  grant: 'own.read',
  where: whereOwnFileIs,
  async run(context) {
    const { actor } = context
    const file = await findFile(context, ownPerson(actor))
    if (!file) return undefined
    const place = regionOf(actor.unitCode)
    const isAgent = actor.person?.agent !== undefined
    const rows = await listRecent(context)
    const lines = await myLines(context, rows)
    const classes = file.state.identities
      .filter(({ status, toOn }) => status === 'confirmed' && toOn === null)
      .map(({ classCode }) => classCode)
    const { name } = file.state.person
    return {
      name: isAgent ? maskName(name) : name,
      isAgent,
      unitName: (await unitNames(context, [place])).get(place) ?? place,
      station: (await findDoor(context.tx, place)) ?? null,
      open: lines.filter(({ outcome }) => outcome === null).toSorted((a, b) => Number(b.isYourTurn) - Number(a.isYourTurn)),
      unread: await countUnread(context),
      fileRemarks: measureCompleteness(file.state, findClass).missing.length,
      confirmation: await confirmationOf(context, classes),
      toRate: lines.filter(({ canRate }) => canRate).map(({ id, typeName }) => ({ matterId: id, typeName })),
    }
  },
})

import { maskName } from '../../../../kernel/mask.ts'
import { regionOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findDoor } from '../../../network/index.ts'
import { findClass, findFile, measureCompleteness } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { findMatterType } from '../matters/load-types.ts'
import { countUnread } from './count-unread.ts'
import { myLines, unitNames } from './my-lines.ts'
import { covers, ownPerson, whereOwnFileIs } from './own-person.ts'
import { listRecent } from './recent-matters.ts'

/** The kind of matter by which a year is confirmed. */
const CONFIRMATION = 'annualConfirmation'

type Home = (typeof contract.seeMyHome)['output']['_output']

/** What is asked of the person before what is not. Of who has died nothing is asked: no paper can be given for them. */
function openOf(lines: readonly Home['open'][number][], isGone: boolean): Home['open'] {
  const rank = (line: Home['open'][number]) => Number(line.isYourTurn) * 2 + Number(line.papersWanting > 0)
  return lines
    .filter(({ outcome }) => outcome === null)
    .map((line) => (isGone ? { ...line, papersWanting: 0 } : line))
    .toSorted((a, b) => rank(b) - rank(a))
}

/** Classes that are only collected give nothing to draw: a discharged soldier is one, and has nothing to confirm. */
const drawsMoney = ({ classCode }: { classCode: string }): boolean => {
  const found = findClass(classCode)
  return found !== undefined && found.category !== 'collection'
}

/** Asked only of who draws a pension, and of an agent only with authority for it: of the others nobody asks a confirmation. */
async function confirmationOf({ tx, actor, today }: ViewContext): Promise<Home['confirmation']> {
  if (!findMatterType(CONFIRMATION, today) || !covers(actor, CONFIRMATION)) return null
  const year = today.slice(0, 4)
  const { rows } = await tx.query<{ id: string; outcome: string | null }>(
    `select id, outcome from casework.matters where person_id = $1 and type_code = $2 and opened_on >= $3::date
      order by opened_on desc, id desc limit 1`,
    [ownPerson(actor), CONFIRMATION, `${year}-01-01`],
  )
  const found = rows[0]
  const state = !found ? 'due' : found.outcome === null ? 'underway' : found.outcome === 'granted' ? 'done' : 'due'
  return { year: Number(year), state, matterId: state === 'due' ? null : (found?.id ?? null) }
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
    const lines = (await myLines(context, rows)).map((line, at) => ({ ...line, papersWanting: rows[at]?.papersWanting ?? 0 }))
    const drawing = file.state.identities.filter(({ status, toOn }) => status === 'confirmed' && toOn === null).filter(drawsMoney)
    const { name, deceasedOn } = file.state.person
    return {
      name: isAgent ? maskName(name) : name,
      isAgent,
      unitName: (await unitNames(context, [place])).get(place) ?? place,
      station: (await findDoor(context.tx, place)) ?? null,
      open: openOf(lines, deceasedOn !== null),
      unread: await countUnread(context),
      fileRemarks: measureCompleteness(file.state, findClass).missing.length,
      confirmation: drawing.length === 0 ? null : await confirmationOf(context),
      toRate: lines.filter(({ canRate }) => canRate).map(({ id, typeName }) => ({ matterId: id, typeName })),
    }
  },
})

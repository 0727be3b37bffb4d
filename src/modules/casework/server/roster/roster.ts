import { uuidv7 } from 'uuidv7'
import { bureauOf, regionOf, tierOf, UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { findSeatPlaces } from '../matters/seats.ts'
import { listDuties, lockDuties } from './duties.ts'

type Slots = Parameters<Parameters<typeof action<typeof contract.setRoster>>[1]['run']>[1]['slots']

/** Somebody who sits at two times of a day that overlap. */
const sitsTwice = (slots: Slots): string | undefined =>
  slots.find((one, at) =>
    slots.some((other, i) => i !== at && other.lawyer === one.lawyer && one.from < other.until && other.from < one.until),
  )?.lawyer

/** Sets a day as a whole: what stood there before is taken away in the same transaction, and stands in the journal. */
export const setRoster = action(contract.setRoster, {
  grant: 'unit.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-a-centre': 422, 'day-gone': 422, 'ends-before-it-begins': 422, 'sits-twice': 422 },
  async run(context, { unitCode, onDay, slots }) {
    const { tx, actor, now, today } = context
    const isCentre = tierOf(unitCode) === 'county' || tierOf(unitCode) === 'city'
    if (!isCentre) return refuse({ code: 'not-a-centre' })
    if (onDay < today) return refuse({ code: 'day-gone', today })
    const turned = slots.find(({ from, until }) => until <= from)
    if (turned) return refuse({ code: 'ends-before-it-begins', from: turned.from })
    const lawyer = sitsTwice(slots)
    if (lawyer !== undefined) return refuse({ code: 'sits-twice', lawyer })
    // One after the other where two set the same day at once: the later one is what stands.
    await lockDuties(tx, { centre: unitCode, onDay })
    await tx.query('delete from casework.roster_slots where bureau_code = $1 and centre = $2 and on_day = $3', [
      bureauOf(unitCode),
      unitCode,
      onDay,
    ])
    for (const slot of slots)
      await tx.query(
        `insert into casework.roster_slots (bureau_code, id, centre, on_day, from_time, until_time, lawyer, places, set_by, set_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [bureauOf(unitCode), uuidv7(), unitCode, onDay, slot.from, slot.until, slot.lawyer, slot.places ?? null, actor.accountId, now],
      )
    context.note({ onDay, slots: slots.map(({ from, until }) => `${from}-${until}`).join(' ') })
    return ok({ onDay, slots: slots.length })
  },
})

const placesOf = (duty: contract.Duty | undefined) => ({
  left: duty?.left ?? null,
  ...(duty?.places === undefined ? {} : { places: duty.places }),
})

/** A station asks for its own place and is shown the roster of the centre that serves it. */
export const listRoster = view(contract.listRoster, {
  grant: 'matter.read',
  where: ({ place }) => place,
  async run({ tx, actor, today }, { place, from = today, days }) {
    const places = await findSeatPlaces(tx, UnitCode.parse(place))
    const unitCode = UnitCode.parse(places.adviser)
    const { rows } = await tx.query<contract.RosterSlot>(
      `select id, centre as "unitCode", on_day as "onDay", to_char(from_time, 'HH24:MI') as "from", to_char(until_time, 'HH24:MI') as until, lawyer
         from casework.roster_slots where centre = $1 and on_day >= $2 and on_day < $2::date + $3::int order by on_day, from_time, lawyer`,
      [unitCode, from, days],
    )
    const duties = await listDuties(tx, { centre: unitCode, from, days })
    const slots = rows.map((row, at) => ({ ...row, ...placesOf(duties[at]) }))
    return { unitCode, slots, can: { set: actor.grants.has('unit.write') && regionOf(actor.unitCode) === places.adviser } }
  },
})

import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { findSeatPlaces } from '../matters/seats.ts'
import { listDuties } from '../roster/duties.ts'
import { whereOwnFileIs } from './own-person.ts'

/** So far ahead a day can be asked for: what the desk shows of a roster. */
const DAYS = 28

/** The roster of the centre that serves the station of the own file: days, lawyers and places, and nobody who has asked for one. */
export const listMyDuties = view(contract.listMyDuties, {
  grant: 'own.read',
  where: whereOwnFileIs,
  async run({ tx, actor, today }) {
    const { adviser } = await findSeatPlaces(tx, actor.unitCode)
    return { duties: await listDuties(tx, { centre: adviser, from: today, days: DAYS }) }
  },
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, step } from '../../../../../test/matter-world.ts'
import { divisions, ground, person, value } from '../../../../../test/world.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { scopeOf } from '../../../../platform/access/actor.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { findStanding } from './standing-matters.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const THIS_YEAR = on.clock.today()
const NEXT_YEAR = `${Number(THIS_YEAR.slice(0, 4)) + 1}-03-02` as PlainDate

const TRIP = {
  martyr: '陈铁',
  place: '渝北烈士陵园',
  distance: 'county',
  relation: 'child',
  travellers: ['陈小铁'],
  isFrail: false,
  way: 'self',
  onDay: NEXT_YEAR,
}

const standingOn = async (today: PlainDate, personId: PersonId) =>
  Object.fromEntries(await withScope(on.pool, scopeOf(seats.village), 'read', (tx) => findStanding({ tx, today }, personId)))

const begun = async (personId: PersonId, typeCode: string, answers: unknown) =>
  value<OpenedMatter>(await openFor(on, seats.village, { personId, typeCode, answers })).id

describe('what stands in the way of another matter of its kind', () => {
  test('is the confirmation of this year, done or not, and next year nothing: it is to be confirmed anew', async () => {
    const someone = await person(on)
    const id = await begun(someone.id, 'annualConfirmation', { way: 'face', hasChanged: false })
    expect(await standingOn(THIS_YEAR, someone.id)).toEqual({ annualConfirmation: { id, isDone: false } })

    value(await step(on, seats.village, { matterId: id, step: 'confirm', answers: { way: 'home' } }))

    expect(await standingOn(THIS_YEAR, someone.id)).toEqual({ annualConfirmation: { id, isDone: true } })
    expect(await standingOn(NEXT_YEAR, someone.id)).toEqual({})
  })

  test('is an open application for the card in whichever year', async () => {
    const someone = await person(on)
    const id = await begun(someone.id, 'preferenceCard', { kind: 'veteran', phone: '10012345678' })

    expect(await standingOn(NEXT_YEAR, someone.id)).toEqual({ preferenceCard: { id, isDone: false } })
  })

  test('is no condolence of another occasion: that is for the answers to say', async () => {
    const someone = await person(on)
    await begun(someone.id, 'condolenceMoney', { occasion: 'armyDay', phone: '10012345678' })

    expect(await standingOn(THIS_YEAR, someone.id)).toEqual({})
  })

  test('is a trip that is still ahead: in its own year the next one is asked for', async () => {
    const someone = await person(on)
    const id = await begun(someone.id, 'memorialTrip', TRIP)

    expect(await standingOn(THIS_YEAR, someone.id)).toEqual({ memorialTrip: { id, isDone: false } })
    expect(await standingOn(NEXT_YEAR, someone.id)).toEqual({})
  })
})

import type { DeskMaker, Standing } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'
import type { Asking } from './asking.ts'
import { onceAPlace } from './once-a-place.ts'

type Made = Pick<DeskMaker, 'person' | 'account'>

/** Makes a person with a visit and a plan, a house with a post in it and an account, one of each for a station. */
export function standingsOn({ remember }: Grounds, { done }: Asking, { person, account }: Made): Pick<DeskMaker, 'standing'> {
  async function visited(unit: string, personId: string): Promise<Pick<Standing, 'visitId' | 'planId'>> {
    const visit = { personIds: [personId], unitCode: unit, doneOn: '2026-03-01', note: `走访${personId}` }
    const { id: visitId = '' } = await done('visit.record', { touches: unit }, visit)
    remember(visitId, { kind: 'visit', unit })
    const { id: planId = '' } = await done('plan.add', { touches: unit }, { personId, reason: 'hardship', dueOn: '2030-01-01' })
    remember(planId, { kind: 'work', unit })
    return { visitId, planId }
  }

  async function staffed(unit: string): Promise<Pick<Standing, 'unitCode' | 'postId'>> {
    const unitCode = `${unit}-1`
    const house = { unitCode, kind: 'postHouse', name: `荣军站${unitCode}`, openedOn: '2020-01-01' }
    await done('network.openUnit', { touches: unit }, house)
    const post = { unitCode, staffName: '任职人', postType: 'fullTime', isVeteran: true, isPartyMember: false, duties: ['head'] }
    const { postId = '' } = await done('network.appointStaff', { touches: unit }, { ...post, fromOn: '2024-01-01' })
    remember(postId, { kind: 'work', unit })
    return { unitCode, postId }
  }

  const standing = onceAPlace(async (unit): Promise<Standing> => {
    const one = await person(unit)
    const seen = await visited(unit, one.id)
    const held = await staffed(unit)
    return { person: one, ...seen, ...held, accountId: (await account(unit)).id }
  })
  return { standing }
}

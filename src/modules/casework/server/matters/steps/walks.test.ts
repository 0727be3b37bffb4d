import { describe, expect, test } from 'vitest'
import { holderOf, nextDeadline, outcomeOf, replay, take } from '../../../domain/matters/matter-state.ts'
import { type MatterType, SEATS } from '../../../domain/matters/matter-type.ts'
import { workCalendar } from '../kinds/work-calendar.ts'
import { matterTypes } from '../load-types.ts'
import { type Walk, walk, wrongChairs } from './random-walk.ts'

const STEPS_IN_ALL = 110_000
const STEPS_OF_A_TYPE = Math.ceil(STEPS_IN_ALL / matterTypes.length)

/** What is wrong with where a walk ended; undefined where nothing is. */
function faultOf(type: MatterType, { steps, matter }: Walk): string | undefined {
  const rules = { type, calendar: workCalendar }
  const [holder, outcome] = [holderOf(rules, matter), outcomeOf(rules, matter)]
  if ((holder === undefined) === (outcome === undefined))
    return `${matter.state} has ${holder ?? 'no owner'} and ${outcome ?? 'no outcome'}`
  if (outcome !== undefined && nextDeadline(rules, matter)) return `${matter.state} has ended and a deadline runs`
  const again = replay(rules, steps)
  return again.ok && JSON.stringify(again.value) === JSON.stringify(matter) ? undefined : `${matter.state} replays to something else`
}

test('every chair holds the seats of its role, its tier and its place, and no other', () => {
  expect(wrongChairs).toEqual([])
})

describe.each(matterTypes.map((type) => [type.code, type] as const))('random walks of %s', (_code, type) => {
  test('never get stuck, have one owner or an end, stay within their seats, and replay to the same state', () => {
    const faults: string[] = []
    let taken = 0
    for (let seed = 1; taken < STEPS_OF_A_TYPE; seed += 1) {
      const walked = walk(type, seed)
      taken += walked.steps.length
      faults.push(...walked.faults, ...[faultOf(type, walked) ?? []].flat())
    }

    expect(faults).toEqual([])
    expect(taken).toBeGreaterThanOrEqual(STEPS_OF_A_TYPE)
  })

  test('refuse every step to every seat that does not hold it, and every step that does not leave the state', () => {
    const rules = { type, calendar: workCalendar }
    for (let seed = 1; seed <= 40; seed += 1) {
      const { matter, steps } = walk(type, seed)
      const on = steps.at(-1)?.on
      if (!on) throw new Error('a walk without a step')
      for (const [code, step] of Object.entries(type.steps)) {
        const strangers = SEATS.filter((seat) => !step.by.includes(seat))
        for (const seat of strangers) expect(take(rules, matter, { step: code, seat, by: 'x', on, reason: '情况属实' }).ok).toBe(false)
        if (!step.from.includes(matter.state))
          expect(take(rules, matter, { step: code, seat: step.by[0] ?? 'station', by: 'x', on })).toEqual({
            ok: false,
            refusal: { code: 'not-from-here', state: matter.state },
          })
      }
    }
  })
})

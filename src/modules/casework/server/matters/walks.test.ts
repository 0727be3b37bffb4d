import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import {
  begin,
  holderOf,
  type MatterState,
  nextDeadline,
  outcomeOf,
  replay,
  stepsFor,
  type TakenStep,
  take,
} from '../../domain/matters/matter-state.ts'
import type { Field, MatterType, Seat } from '../../domain/matters/matter-type.ts'
import { SEATS } from '../../domain/matters/matter-type.ts'
import { matterTypes } from './load-types.ts'
import { workCalendar } from './work-calendar.ts'

const STEPS_OF_A_TYPE = 9_000
const LONGEST_WALK = 60

/** A small generator with a seed: the same walks on every machine. */
function diceOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function answerOf(field: Field, today: PlainDate, dice: (below: number) => number): TakenStep['answers'] {
  const choice = field.choices?.[dice(field.choices.length)]?.code ?? ''
  const value = {
    text: '一二三四五六七八'.slice(0, Math.min(8, field.max ?? 8)),
    longText: '一二三四五六七八九十一二三四',
    choice,
    choices: [choice],
    day: field.future ? addDays(today, 3) : addDays(today, field.past ? -3 : 0),
    number: field.min ?? 1,
    yesNo: dice(2) === 1,
    money: '100000',
    phone: '10012345678',
    people: ['张三'],
  }[field.kind]
  return { [field.code]: value }
}

function answersOf(fields: readonly Field[], today: PlainDate, dice: (below: number) => number): NonNullable<TakenStep['answers']> {
  return Object.assign({}, ...fields.map((field) => answerOf(field, today, dice)))
}

const isAnyOf = <T>(list: readonly T[], dice: (below: number) => number): T | undefined => list[dice(list.length)]

/** One walk from the beginning to an end, or for a while where a matter rests and is taken up again. */
function walk(type: MatterType, dice: (below: number) => number): { steps: TakenStep[]; matter: MatterState; refused: number } {
  const rules = { type, calendar: workCalendar }
  let today = addDays('2026-01-05' as PlainDate, dice(600))
  const seat = isAnyOf(type.begins.by, dice) ?? 'applicant'
  const first: TakenStep = { step: 'begin', seat, by: seat, on: today, answers: answersOf(type.fields, today, dice) }
  const begun = begin(rules, first)
  if (!begun.ok) throw new Error(`${type.code} cannot begin: ${JSON.stringify(begun.refusal)}`)
  let [matter, refused] = [begun.value, 0]
  const steps = [first]
  while (steps.length < LONGEST_WALK) {
    const able = SEATS.flatMap((one) => stepsFor(rules, matter, [one]).map((step) => ({ step, seat: one as Seat })))
    if (able.length === 0) break
    const chosen = isAnyOf(able, dice)
    if (!chosen) break
    today = addDays(today, dice(12))
    const step: TakenStep = {
      ...chosen,
      by: `${chosen.seat}-${dice(3)}`,
      on: today,
      reason: '情况属实',
      answers: answersOf(type.steps[chosen.step]?.fields ?? [], today, dice),
    }
    const taken = take(rules, matter, step)
    refused += taken.ok ? 0 : 1
    if (refused > 400) throw new Error(`${type.code} is stuck in ${matter.state}: ${JSON.stringify(taken)}`)
    if (!taken.ok) continue
    matter = taken.value
    steps.push(step)
  }
  return { steps, matter, refused }
}

describe.each(matterTypes.map((type) => [type.code, type] as const))('random walks of %s', (_code, type) => {
  const rules = { type, calendar: workCalendar }

  test('never get stuck, have one owner or an end, and replay to the same state', () => {
    let taken = 0
    for (let seed = 1; taken < STEPS_OF_A_TYPE; seed += 1) {
      const { steps, matter } = walk(type, diceOf(seed))
      taken += steps.length

      const [holder, outcome] = [holderOf(rules, matter), outcomeOf(rules, matter)]
      expect([holder, outcome].filter((one) => one !== undefined)).toHaveLength(1)
      if (outcome !== undefined) expect(nextDeadline(rules, matter)).toBeUndefined()
      expect(replay(rules, steps)).toEqual({ ok: true, value: matter })
    }
    expect(taken).toBeGreaterThanOrEqual(STEPS_OF_A_TYPE)
  })

  test('refuse every step to every seat that does not hold it, and every step that does not leave the state', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { matter, steps } = walk(type, diceOf(seed))
      const on = steps.at(-1)?.on ?? ('2026-01-05' as PlainDate)
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

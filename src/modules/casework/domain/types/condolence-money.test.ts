import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Answers } from '../matters/answers.ts'
import { checkType } from '../matters/check-type.ts'
import { begin, documentsNeeded, type MatterState, outcomeOf, take } from '../matters/matter-state.ts'
import type { Seat } from '../matters/matter-type.ts'
import { condolenceMoney } from './condolence-money.ts'

const rules = { type: condolenceMoney, calendar: { isWorkday: () => true } }
const DAY = '2026-07-20' as PlainDate
const ILL = { occasion: 'illness', hospital: '某医院，肺炎', phone: '10012345678' }

interface Taken {
  readonly step: string
  readonly seat: Seat
  readonly by?: string
  readonly answers?: Answers
}

const asked = (answers: Answers) => begin(rules, { seat: 'station', by: 'chen', on: DAY, answers })
const tried = (matter: MatterState, { step, seat, by = seat, answers = {} }: Taken) =>
  take(rules, matter, { step, seat, by, on: DAY, answers, reason: '情况属实' })

function walked(answers: Answers, ...steps: readonly Taken[]): MatterState {
  const begun = asked(answers)
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
  return steps.reduce((matter, step) => {
    const next = tried(matter, step)
    if (!next.ok) throw new Error(`${step.step}: ${JSON.stringify(next.refusal)}`)
    return next.value
  }, begun.value)
}

const CHECK = { step: 'check', seat: 'township', by: 'peng', answers: { proposed: '50000' } } as const
const APPROVE = { step: 'approve', seat: 'approver', answers: { amount: '50000' } } as const

test('the declaration has nothing wrong', () => {
  expect(checkType(condolenceMoney)).toEqual([])
})

test('a sum is asked for, checked, approved by another hand and signed for', () => {
  const handOver = { step: 'handOver', seat: 'station', answers: { signedBy: ['周建国'], handedOn: DAY } } as const

  expect(outcomeOf(rules, walked(ILL, CHECK, APPROVE, handOver))).toBe('granted')
})

describe('it is refused', () => {
  test('in hospital without saying where; on Army Day nobody asks for that', () => {
    const { hospital: _, ...bare } = ILL

    expect(asked(bare)).toMatchObject({ refusal: { issues: [{ field: 'hospital', code: 'missing' }] } })
    expect(asked({ ...bare, occasion: 'armyDay' }).ok).toBe(true)
  })

  test('without the proof that its occasion needs', () => {
    expect(documentsNeeded(condolenceMoney, walked(ILL), 'check')).toEqual(['admission'])
    expect(documentsNeeded(condolenceMoney, walked({ ...ILL, occasion: 'armyDay' }), 'check')).toEqual([])
  })

  test('to approve what one checked oneself, or to hand over what nobody approved', () => {
    const checked = walked(ILL, CHECK)

    expect(tried(checked, { ...APPROVE, by: 'peng' })).toMatchObject({ refusal: { code: 'same-hand', step: 'check' } })
    expect(tried(checked, { step: 'handOver', seat: 'station' })).toMatchObject({ refusal: { code: 'not-from-here' } })
    expect(tried(checked, { ...APPROVE, seat: 'township' })).toMatchObject({ refusal: { code: 'not-your-turn', waitsFor: 'approver' } })
  })
})

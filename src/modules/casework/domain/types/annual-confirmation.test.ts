import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { outcomeOf } from '../matters/matter-state.ts'
import { begun, plainRules, tried, walked } from '../matters/walk-kind.ts'
import { annualConfirmation } from './annual-confirmation.ts'

const day = (text: string): PlainDate => text as PlainDate

describe('an annual confirmation', () => {
  const due = () => begun(annualConfirmation, { way: 'face', hasChanged: false })
  const late = { step: 'becomeOverdue', seat: 'clock', on: day('2026-07-11') } as const

  test('that is overdue tells benefits, ends nothing, and is still made up for', () => {
    const overdue = walked(annualConfirmation, due(), late)

    expect(tried(annualConfirmation, due(), { ...late, on: day('2026-07-10') })).toMatchObject({ refusal: { code: 'not-run-out' } })
    expect(outcomeOf(plainRules(annualConfirmation), overdue)).toBeUndefined()
    expect(annualConfirmation.steps['becomeOverdue']?.facts).toEqual([{ kind: 'confirmation.overdue' }])
    expect(walked(annualConfirmation, overdue, { step: 'confirm', seat: 'station', on: day('2026-08-01') }).state).toBe('confirmed')
  })

  test('made in another way than was planned says which', () => {
    const seen = { step: 'confirm', seat: 'station', answers: { way: 'video', seenBy: ['甲', '乙'] } } as const

    expect(walked(annualConfirmation, due(), seen).answers).toMatchObject({ way: 'video' })
  })
})

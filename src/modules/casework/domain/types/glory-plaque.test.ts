import { describe, expect, test } from 'vitest'
import { PLAQUE } from '../matters/sample-answers.ts'
import { begun, tried, walked } from '../matters/walk-kind.ts'
import { gloryPlaque } from './glory-plaque.ts'

describe('a plaque', () => {
  const hung = () =>
    walked(
      gloryPlaque,
      begun(gloryPlaque, PLAQUE),
      { step: 'confirm', seat: 'township' },
      { step: 'deliver', seat: 'county' },
      { step: 'hang', seat: 'station' },
    )

  test('is replaced, withdrawn on a ground, and restored', () => {
    const withdrawal = { step: 'withdraw', seat: 'county', answers: { withdrawnFor: 'misuse' } } as const

    expect(walked(gloryPlaque, hung(), { step: 'replace', seat: 'station', answers: { why: 'damaged' } }).state).toBe('making')
    expect(walked(gloryPlaque, hung(), withdrawal, { step: 'restore', seat: 'county' }).state).toBe('making')
    expect(tried(gloryPlaque, hung(), { ...withdrawal, answers: {} })).toMatchObject({ refusal: { code: 'answers-wrong' } })
  })

  test('kept after a death is not renewed', () => {
    const kept = walked(gloryPlaque, hung(), { step: 'keep', seat: 'station' })

    expect(tried(gloryPlaque, kept, { step: 'replace', seat: 'station', answers: { why: 'damaged' } })).toMatchObject({
      refusal: { code: 'not-from-here' },
    })
  })
})

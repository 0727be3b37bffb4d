import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { advance, type Course } from './advance.ts'
import { seatsFor } from './scheme.ts'

const TODAY = '2026-06-10' as PlainDate
const scheme = { criteria: [{ code: 'a', zh: '', en: '' }], publicDays: 5 }
const about = { scheme, seats: 2, today: TODAY }
const draft: Course = { state: 'draft', seat: 0, evidence: [], publicUntil: null }
const shown = [{ criterion: 'a', isMet: true, words: '编办批复' }]

/** What a row of steps comes to. @throws where one is refused */
function walk(course: Course, ...kinds: Parameters<typeof advance>[1]['kind'][]): Course {
  return kinds.reduce((before, kind) => {
    const next = advance(before, { kind, evidence: shown }, about)
    if (!next.ok) throw new Error(`${kind}: ${next.refusal.code}`)
    return next.value
  }, course)
}

describe('a course of accreditation', () => {
  test('goes from seat to seat, is published, and awarded when the days are over', () => {
    const published = walk(draft, 'check', 'submit', 'pass', 'pass')

    expect(published).toMatchObject({ state: 'published', publicUntil: '2026-06-15' })
    const soon = advance(published, { kind: 'award' }, { ...about, today: '2026-06-15' as PlainDate })
    expect(soon).toEqual({ ok: false, refusal: { code: 'still-public', until: '2026-06-15' } })
    expect(advance(published, { kind: 'award' }, { ...about, today: '2026-06-16' as PlainDate })).toMatchObject({
      value: { state: 'awarded' },
    })
  })

  test('is not handed in while a criterion is open, or is met by nothing that shows it', () => {
    const refusal = { code: 'criteria-open', criteria: ['a'] }
    expect(advance(draft, { kind: 'submit' }, about)).toEqual({ ok: false, refusal })
    const empty = { ...draft, evidence: [{ criterion: 'a', isMet: true, words: '' }] }
    expect(advance(empty, { kind: 'submit' }, about)).toEqual({ ok: false, refusal })
  })

  test('an objection in time sends it back to the last seat; a late one is refused', () => {
    const published = walk(draft, 'check', 'submit', 'pass', 'pass')

    expect(walk(published, 'object')).toMatchObject({ state: 'reviewing', seat: 1, publicUntil: null })
    expect(advance(published, { kind: 'object' }, { ...about, today: '2026-06-16' as PlainDate })).toMatchObject({
      refusal: { code: 'publication-over' },
    })
  })

  test.each([
    ['award', draft],
    ['pass', draft],
    ['check', walk(draft, 'check', 'submit')],
    ['revoke', walk(draft, 'check', 'submit')],
    ['withdraw', { ...draft, state: 'awarded' as const }],
  ] as const)('%s is refused where it has no place', (kind, course) => {
    expect(advance(course, { kind }, about)).toEqual({ ok: false, refusal: { code: 'not-now', state: course.state } })
  })
})

describe('who reviews', () => {
  const chain = ['county', 'city', 'province'] as const
  test.each([
    ['a village of a province', 'village', ['province', 'city', 'county', 'township', 'village'], ['county', 'city', 'province']],
    ['a village of a municipality', 'village', ['province', 'county', 'township', 'village'], ['county', 'province']],
    ['a county centre: nobody at its own tier', 'county', ['province', 'city', 'county'], ['city', 'province']],
    ['a town of a city without counties', 'township', ['province', 'city', 'township'], ['city', 'province']],
  ] as const)('%s', (_, tier, place, seats) => {
    expect(seatsFor({ chain: [...chain] }, tier, place)).toEqual(seats)
  })
})

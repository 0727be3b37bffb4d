import { expect, test } from 'vitest'
import { HOME } from '../matters/sample-answers.ts'
import { begun, walked } from '../matters/walk-kind.ts'
import { homeService } from './home-service.ts'

test('a home service on the first working day after its day is late', () => {
  const planned = walked(homeService, begun(homeService, HOME), { step: 'plan', seat: 'station', answers: { visitOn: '2026-06-12' } })

  expect(planned.clocks.findLast(({ code }) => code === 'visit')?.dueOn).toBe('2026-06-13')
})

import { expect, test } from 'vitest'
import { A, person } from '../engine/round-world.ts'
import { whatEmployersSee } from './what-employers-see.ts'

const lines = [
  { item: 'service.upTo12Years', quantity: 24, points: 3600 },
  { item: 'service.beyond12Years', quantity: 3, points: 600 },
  { item: 'reward.peacetime.thirdClassMerit', quantity: 1, points: 1000 },
  { item: 'disability.duty.grade8', quantity: 1, points: 800 },
]
const somebody = person(A, { lines, composite: 734_500, codes: ['spec.driving', 'edu.bachelor'], hardship: 4, home: '500112017005' })

test('an employer sees bands and skills', () => {
  expect(whatEmployersSee(somebody)).toEqual({
    name: 'aaaaaaaa',
    codes: ['edu.bachelor', 'spec.driving'],
    years: { from: 12, to: 15 },
    hasMerit: true,
    hasCommendation: false,
    points: { from: 70, to: 80 },
  })
})

test('disability, hardship, home and the score itself do not change what is seen', () => {
  const other = person(A, {
    lines: lines.filter(({ item }) => !item.startsWith('disability')),
    composite: 754_500,
    codes: somebody.codes,
    home: '500112',
  })

  expect(whatEmployersSee(other)).toEqual(whatEmployersSee(somebody))
})

test('items of several versions are read by what stands behind the version', () => {
  const versioned = person(A, {
    lines: lines.map((line) => ({ ...line, item: `2018.${line.item}` })),
    composite: 734_500,
    codes: somebody.codes,
  })

  expect(whatEmployersSee(versioned)).toEqual(whatEmployersSee(somebody))
})

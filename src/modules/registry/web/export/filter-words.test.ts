import { expect, test } from 'vitest'
import { PersonFilter } from '../../contract.ts'
import type { RegistryText } from '../messages.ts'
import { filterWords } from './filter-words.ts'

const text: RegistryText = (key, values) => (values ? `${key} ${Object.values(values).join()}` : key)
const words = (filter: object) =>
  filterWords(PersonFilter.parse({ place: '500112017005', ...filter }), { text, nameOf: (code) => `class ${code}` })

test('a roster without conditions says whose files it has', () => {
  expect(words({})).toEqual(['registry.status.activeregistry.export.jointregistry.status.deceased'])
})

test('every condition of a roster is said to whoever agrees to it', () => {
  const filter = {
    status: ['active'],
    classCode: 'DIS',
    sex: 'female',
    living: 'alone',
    minAge: 0,
    maxAge: 80,
    completenessBelow: 60,
    noContactSince: '2026-03-12',
    capturedFrom: '2026-01-01',
    capturedTo: '2026-06-30',
  }

  expect(Object.keys(filter).sort()).toEqual(
    Object.keys(PersonFilter.shape)
      .filter((name) => name !== 'place')
      .sort(),
  )
  expect(words(filter)).toEqual([
    'registry.status.active',
    'class DIS',
    'registry.sex.female',
    'registry.living.alone',
    'registry.export.fromAge 0',
    'registry.export.toAge 80',
    'registry.export.below 60',
    'registry.export.noContactSince 2026-03-12',
    'registry.export.openedFrom 2026-01-01',
    'registry.export.openedTo 2026-06-30',
  ])
})

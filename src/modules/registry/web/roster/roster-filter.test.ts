import { expect, test } from 'vitest'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { listPersons } from '../../contract.ts'
import { countFilters, readRosterFilter, withFilter } from './roster-filter.ts'

const about = { home: '500112017005', today: PlainDate.parse('2026-06-10') }
const read = (address: string) => readRosterFilter(new URLSearchParams(address), about)

test('without filters it is the roster of one’s own place: those who are served', () => {
  expect(read('')).toEqual({ place: '500112017005', status: ['active'] })
})

test('the dead and the closed files are asked for, alone or with all others', () => {
  expect(read('status=archived').status).toEqual(['archived'])
  expect(read('status=all').status).toEqual(['active', 'deceased', 'archived'])
})

test('every filter of the address reaches the view', () => {
  const filter = read('place=500112017000&class=DIS&sex=female&status=deceased&living=alone&min=60&max=80&contact=90&below=80')

  expect(filter).toEqual({
    place: '500112017000',
    classCode: 'DIS',
    sex: 'female',
    status: ['deceased'],
    living: 'alone',
    minAge: 60,
    maxAge: 80,
    noContactSince: '2026-03-12',
    completenessBelow: 80,
  })
  expect(listPersons.input.safeParse(filter).success).toBe(true)
})

test.each(['place=50', 'class=x y', 'sex=other', 'min=old', 'min=999', 'contact=7', 'below=1', 'status=merged'])(
  '%s is no filter and is left aside',
  (address) => {
    expect(read(address)).toEqual(read(''))
  },
)

test('a place is where one looks and not a filter', () => {
  expect(countFilters(new URLSearchParams('place=500112000000&sex=male&min=60'))).toBe(2)
})

test('setting one filter leaves the others, and an empty one goes', () => {
  const set = withFilter(new URLSearchParams('sex=male'), 'class', 'DIS')

  expect(set.toString()).toBe('sex=male&class=DIS')
  expect(withFilter(set, 'sex', '').toString()).toBe('class=DIS')
})

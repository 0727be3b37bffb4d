import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

test.each(['19790105', '1979-1-5', '1979.01.05', '1979/1/5', '1979年1月5日', '１９７９－０１－０５', ' 1979 年 1 月 5 日 '])(
  '%s is 5 January 1979',
  (typed) => {
    expect(readDay(typed)).toBe('1979-01-05')
  },
)

test.each(['', '1979', '1979-01', '19790230', '1979-13-01', '79-1-5', '今天'])('“%s” is no day', (typed) => {
  expect(readDay(typed)).toBeUndefined()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serialOf } from './day-serial.ts'
import { dayRefusalSentence, parseDay } from './parse-day.ts'

test.each([
  ['2024-1-5', '2024-01-05'],
  ['2024/01/05', '2024-01-05'],
  ['2024.1.5', '2024-01-05'],
  ['20240105', '2024-01-05'],
  ['2024年1月5日', '2024-01-05'],
  ['2024 年 1 月 5 号', '2024-01-05'],
  ['２０２４－０１－０５', '2024-01-05'],
  ['2024．01．05', '2024-01-05'],
  ['二〇二四年一月五日', '2024-01-05'],
  ['二零二四年十二月三十一日', '2024-12-31'],
  ['一九五八年十月廿五日', '1958-10-25'],
  ['二OO八年八月八日', '2008-08-08'],
  ['二○二四年一月二十日', '2024-01-20'],
  ['45296', '2024-01-05'],
  ['45296.5', '2024-01-05'],
  ['7306', '1920-01-01'],
  ['2024-01-05 08:30:00', '2024-01-05'],
  ['2024-01-05T00:00:00.000Z', '2024-01-05'],
  ['2024/1/5 下午3:20', '2024-01-05'],
  ['2024—1—5', '2024-01-05'],
  ['2024 1 5', '2024-01-05'],
  ['2024、1、5', '2024-01-05'],
  ['2024\\1\\5', '2024-01-05'],
  [' 2024-1-5　', '2024-01-05'],
  ["'2024-1-5", '2024-01-05'],
  ['2024年1月5日 星期五', '2024-01-05'],
  ['2024-02-29', '2024-02-29'],
  ['2024.1.5.', '2024-01-05'],
])('%s is the day %s', (text, day) => {
  const parsed = parseDay(text)

  expect(parsed).toEqual({ ok: true, value: day })
})

test.each([
  ['', 'empty'],
  ['　', 'empty'],
  ['24.1.5', 'year-in-two-digits'],
  ['98年5月1日', 'year-in-two-digits'],
  ['240105', 'year-in-two-digits'],
  ['1/5/2024', 'year-last'],
  ['13.1.2024', 'year-last'],
  ['2024', 'year-only'],
  ['1998年', 'year-only'],
  ['2024年1月', 'month-only'],
  ['2024-10', 'month-only'],
  ['202401', 'month-only'],
  ['1998.1', 'month-uncertain'],
  ['2023-02-29', 'no-such-day'],
  ['1900-02-29', 'no-such-day'],
  ['2024-13-01', 'no-such-day'],
  ['20241301', 'no-such-day'],
  ['民国三十八年十月一日', 'other-calendar'],
  ['农历八月十五', 'other-calendar'],
  ['1066-10-14', 'out-of-range'],
  ['2999-01-01', 'out-of-range'],
  ['不详', 'not-a-day'],
  ['1', 'not-a-day'],
  ['#N/A', 'not-a-day'],
  ['990112195001010014', 'not-a-day'],
  ['9'.repeat(100), 'not-a-day'],
])('%s is refused: %s', (text, code) => {
  const parsed = parseDay(text)

  expect(parsed).toMatchObject({ ok: false, refusal: { code } })
  expect(!parsed.ok && dayRefusalSentence(parsed.refusal)).toMatch(/。$/)
})

test('a month alone gives its first day where that is asked for, and 1998.1 never', () => {
  const options = { monthOnly: 'first-day' } as const

  expect(parseDay('2024年1月', options)).toEqual({ ok: true, value: '2024-01-01' })
  expect(parseDay('1998.12', options)).toEqual({ ok: true, value: '1998-12-01' })
  expect(parseDay('1998.1', options).ok).toBe(false)
})

test('every day is read from each way of writing it', () => {
  const day = fc
    .date({ min: new Date('1927-06-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, (on) => {
      const [year, month, date] = on.split('-').map(Number)

      const ways = [on, `${year}年${month}月${date}日`, `${year}.${month}.${date}`, on.replaceAll('-', ''), String(serialOf(on))]

      expect(ways.map((way) => parseDay(way))).toEqual(ways.map(() => ({ ok: true, value: on })))
    }),
  )
})

test('any text is a day or a refusal', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseDay(text).ok === 'boolean'))
})

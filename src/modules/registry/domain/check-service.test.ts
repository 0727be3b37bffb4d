import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { checkService } from './check-service.ts'
import type { ServiceState } from './file-state.ts'

const day = (text: string) => text as PlainDate
const about = { bornOn: day('1962-08-01'), today: day('2026-06-10') }

const spell = (enlistedOn: string | null, dischargedOn: string | null, year: number | null = null) => ({
  enlistedOn: enlistedOn as PlainDate | null,
  dischargedOn: dischargedOn as PlainDate | null,
  honours: [{ kind: 'thirdClassMerit', year }] as ServiceState['honours'],
})

const said = (spells: ReturnType<typeof spell>[], of = about): string[] =>
  checkService(spells, of).map(({ field, code }) => `${field} ${code}`)

describe('spells of service', () => {
  test.each<[string, ReturnType<typeof spell>[], string[]]>([
    ['an ordinary one', [spell('1980-12-01', '1984-11-30', 1983)], []],
    ['one that lasts', [spell('1980-12-01', null)], []],
    ['one of which only the end is known', [spell(null, '1984-11-30')], []],
    ['discharged today', [spell('1980-12-01', '2026-06-10')], []],
    ['discharged tomorrow', [spell('1980-12-01', '2026-06-11')], ['service.0.dischargedOn in-future']],
    ['enlisted on the fourteenth birthday', [spell('1976-08-01', null)], []],
    ['enlisted the day before it', [spell('1976-07-31', null)], ['service.0.enlistedOn too-young']],
    ['enlisted before birth', [spell('1962-07-31', null)], ['service.0.enlistedOn before-birth']],
    ['discharged before the enlistment', [spell('1984-12-01', '1984-11-30')], ['service.0.dischargedOn out-of-order']],
    ['two that meet on one day', [spell('1980-12-01', '1984-11-30'), spell('1984-11-30', '1990-01-01')], []],
    ['two that overlap', [spell('1983-01-01', '1990-01-01'), spell('1980-12-01', '1984-11-30')], ['service.0.enlistedOn overlaps']],
    ['one after one that lasts', [spell('1980-12-01', null), spell('1984-11-30', null)], ['service.1.enlistedOn overlaps']],
    ['an honour before birth', [spell('1980-12-01', null, 1961)], ['service.0.honours.0.year outside-life']],
    ['an honour next year', [spell('1980-12-01', null, 2027)], ['service.0.honours.0.year outside-life']],
  ])('%s', (_what, spells, issues) => {
    expect(said(spells)).toEqual(issues)
  })

  test('a child with the Red Army is history, no mistake', () => {
    expect(said([spell('1935-05-01', '1950-01-01')], { ...about, bornOn: day('1923-01-01') })).toEqual([])
  })
})

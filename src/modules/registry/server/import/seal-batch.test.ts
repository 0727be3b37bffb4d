import { expect, test } from 'vitest'
import { citizenId, FENGMING } from '../../../../../test/world.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import { openSecrets } from '../../../../platform/secrets/secrets.ts'
import { type RowBatch, rowReader } from '../../../../platform/workbook/index.ts'
import { checkRow } from './check-row.ts'
import { placesOf } from './places.ts'
import { readRow } from './read-row.ts'
import { readyRow } from './ready-row.ts'
import { INDEX_BYTES, sealBatch } from './seal-batch.ts'

const FAR = RegionCode.parse('500103001001')
const TODAY = '2026-11-29' as PlainDate
const division = (code: RegionCode, name: string) => ({ code, name, short_name: name, parent_code: null, is_valid: true })
const columns = new Map(['name', 'citizenId', 'householdRegion', 'unit', 'enlistedOn', 'phone'].map((key, at) => [key, at]))
const secrets = openSecrets({ masterKey: Buffer.alloc(32, 9), profile: 'gm' })
const places = () => placesOf({ range: rangeOf(FENGMING), rows: [division(RegionCode.parse(FENGMING), '凤鸣路社区')] })
const reading = (known = places()) =>
  ({ secrets, places: known, columns, unitCode: FENGMING, today: TODAY, source: '导入 名单.csv' }) as Parameters<typeof sealBatch>[0]

/** As the reading thread gives them, from row 1 on. */
function batchOf(...lines: readonly (readonly string[])[]): RowBatch {
  const ends = [0]
  for (const cell of lines.flat()) ends.push((ends.at(-1) ?? 0) + cell.length)
  const starts = [0]
  for (const { length } of lines) starts.push((starts.at(-1) ?? 0) + length)
  return {
    source: { kind: 'csv', encoding: 'utf-8', delimiter: ',' },
    text: lines.flat().join(''),
    bounds: new Uint32Array(lines.flat().flatMap((_, cell) => [ends[cell] ?? 0, ends[cell + 1] ?? 0])),
    rowStarts: new Uint32Array(starts),
    rowNumbers: new Uint32Array(lines.map((_, at) => at + 1)),
    notes: [],
  }
}

const sound = citizenId()
const lines = [
  ['姓名', '身份证号', '户籍地', '服务站', '入伍日期', '联系电话'],
  ['周建国', sound, '凤鸣路社区', FENGMING, '１９９０年１月３日', '10012345678'],
  ['李红', '990112', '凤鸣路社区'],
  ['王芳', citizenId(), '蓬莱路社区'],
  ['', citizenId(), '凤鸣路社区'],
  ['陈军', citizenId(), FENGMING, '', '1901-01-01'],
]

test('the thread says of each row what would be said here', () => {
  const batch = batchOf(...lines)
  const sealed = sealBatch(reading(), { batch, after: 1 })
  if ('lacks' in sealed) throw new Error('all places are known')

  const rowOf = rowReader(batch)
  const here = [1, 2, 3, 4, 5].map((at) => readyRow(reading(), checkRow(readRow(rowOf(at), columns), reading())))
  expect(sealed.rows.map(({ rowNumber, mended = [], wrong = [] }) => ({ rowNumber, mended, wrong }))).toEqual(
    here.map(({ rowNumber, mended, wrong }) => ({ rowNumber, mended, wrong })),
  )
  expect(sealed.rows.map(({ file }) => file !== undefined)).toEqual([true, false, false, false, false])
  for (const [at, { refused }] of sealed.rows.entries()) {
    const fresh = here[at]?.wrong.length === 0 ? here[at]?.fresh() : undefined
    expect(refused ?? []).toEqual(fresh && 'wrong' in fresh ? fresh.wrong : [])
  }
  expect(sealed.columns.count).toBe(1)
  expect(sealed.indexes.subarray(0, INDEX_BYTES)).toEqual(secrets.blindIndex('registry.people.citizen_id', sound))
  expect(sealed.rows[0]?.places?.[1]).toBe(FENGMING)
})

test('rows that were settled before are not looked at again', () => {
  const sealed = sealBatch(reading(), { batch: batchOf(...lines), after: 5 })
  if ('lacks' in sealed) throw new Error('all places are known')
  expect(sealed.rows.map(({ rowNumber }) => rowNumber)).toEqual([6])
})

test('codes outside the range are asked for first, all at once', () => {
  const known = places()
  const batch = batchOf(...lines, ['赵强', citizenId(), FAR], ['孙丽', citizenId(), '500103001'])
  const lacking = sealBatch(reading(known), { batch, after: 1 })
  expect(lacking).toEqual({ lacks: [FAR, '500103001000'] })

  known.know({ codes: [FAR, '500103001000'], rows: [division(FAR, '解放碑社区')] })
  const sealed = sealBatch(reading(known), { batch, after: 1 })
  if ('lacks' in sealed) throw new Error('asked for already')
  expect(sealed.rows.at(-2)).toMatchObject({ file: { unitCode: FENGMING }, places: [FENGMING, FAR, undefined] })
  expect(sealed.rows.at(-1)?.wrong).toEqual(['户籍地：没有这个区划代码，请核对'])
})

import { afterAll, describe, expect, test } from 'vitest'
import { benefit, kinNotice, office } from '../../../../../test/benefits-world.ts'
import { openImportWorld } from '../../../../../test/import-world.ts'
import { CHONGQING, value, YUBEI } from '../../../../../test/world.ts'

const world = await openImportWorld()
afterAll(world.close)

let serial = 0

async function bring(sheet: string, more: { unit?: 'year' | 'month'; who?: (typeof office)['clerk'] } = {}) {
  serial += 1
  const fileId = await world.upload(office.clerk, '标准.csv', Buffer.from(sheet))
  const { rows: _, ...head } = kinNotice({ version: `brought-${serial}`, effectiveFrom: '2026-08-01' })
  const input = { unitCode: YUBEI, source: { fileId }, head, unit: more.unit ?? 'year' }
  return await benefit(world.ground, more.who ?? office.clerk, { name: 'rate.bring', input })
}

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const CAUSES = ['因战', '因公', '因病']

/** The sheet of a notice of the disability pension: amounts fall by grade and cause, `change` spoils some. */
const sheet = (change: (yuan: number, grade: number, cause: number) => number | undefined = (yuan) => yuan) =>
  [
    '渝北区残疾抚恤金标准',
    '残疾等级,残疾性质,标准（元/年）',
    ...GRADES.flatMap((name, at) =>
      CAUSES.flatMap((cause, which) => {
        const yuan = which === 2 && at > 5 ? undefined : 140_000 - at * 10_000 - which * 4_000
        const changed = change(yuan ?? Number.NaN, at + 1, which)
        return changed === undefined || Number.isNaN(changed) ? [] : [`${name}级,${cause},"${changed}"`]
      }),
    ),
  ].join('\n')

describe('a notice brought as a file', () => {
  test('is read whole: 26 amounts by grade and cause', async () => {
    const brought = value<{ id: string; rows: number }>(await bring(sheet()))

    const { rows } = await world.ownerPool.query<{ notice: { rows: object[] } }>('select notice from benefits.rate_tables where id = $1', [
      brought.id,
    ])
    expect(brought.rows).toBe(26)
    expect(rows[0]?.notice.rows[0]).toEqual({
      classCode: 'DIS',
      grade: 1,
      cause: 'war',
      period: null,
      unit: 'year',
      amountFen: '14000000',
    })
  })

  test('like the false table of 2025 is refused with each broken rule: illness above war, illness in grades 7 to 10', async () => {
    const answer = await bring(sheet((_, grade, cause) => 130_000 - grade * 9_000 + cause * 500))

    if (answer.kind !== 'refusal') throw new Error(JSON.stringify(answer))
    const { faults } = answer.refusal as unknown as { faults: { code: string; higher?: string; lower?: string; grade?: number }[] }
    const broken = new Set(faults.map(({ code }) => code))
    expect(answer.refusal.code).toBe('table-broken')
    expect([...broken]).toEqual(expect.arrayContaining(['cause-order', 'illness-grade']))
    expect(faults.filter(({ higher, lower }) => higher === 'illness' && lower === 'war')).toHaveLength(10)
    expect(faults.filter(({ code }) => code === 'illness-grade').map(({ grade }) => grade)).toEqual([7, 8, 9, 10])
  })

  test('by the year, said to be by the month, is refused as the wrong unit', async () => {
    expect(await bring(sheet(), { unit: 'month' })).toMatchObject({
      refusal: { code: 'table-broken', faults: [{ code: 'wrong-unit', guess: 'year-as-month', count: 26 }] },
    })
  })

  test('with rows that cannot be read is not taken at all, and each is named', async () => {
    const answer = await bring(
      '类别,残疾等级,残疾性质,标准\n残疾军人,十一级,因战,100\n不明人员,,,100\n烈士遗属,,,十万\n病故军人遗属,,,33000.001\n',
    )

    expect(answer).toMatchObject({
      refusal: {
        code: 'rows-wrong',
        rows: [
          { row: 2, why: 'no-grade' },
          { row: 3, why: 'no-class' },
          { row: 4, why: 'no-amount' },
          { row: 5, why: 'finer-than-fen' },
        ],
      },
    })
  })

  test('typed or pasted instead of brought is read alike, by a province too, which uploads no files', async () => {
    const { rows: _, ...head } = kinNotice({ version: 'typed', effectiveFrom: '2026-09-01' })
    const sheet = '类别\t标准\n烈士遗属\t40,000\n因公牺牲军人遗属\t35,000\n病故军人遗属\t33,000\n'

    const typed = await benefit(world.ground, office.province, {
      name: 'rate.bring',
      input: { unitCode: CHONGQING, source: { sheet }, head, unit: 'year' },
    })

    expect(value(typed)).toMatchObject({ rows: 3 })
  })

  test('of somebody else is not there', async () => {
    const other = { ...office.clerk, accountId: office.supervisor.accountId }

    expect(await bring(sheet(), { who: other })).toMatchObject({ refusal: { code: 'no-such-file' } })
  })
})

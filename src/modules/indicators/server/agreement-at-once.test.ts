import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import type { ToldFact } from '../../../../test/figures/told-facts.ts'
import { county, history, late, village, whole } from '../../../../test/figures/told-history.ts'
import { codes, openToldStore } from '../../../../test/figures/told-store.ts'
import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { foldOnce } from './fold.ts'
import { readFigure } from './read-figure.ts'

const { database, foldAll, expectAgreement, beginHistory } = await openToldStore()
afterAll(() => database.close())

describe('figures, while others write and fold', () => {
  test('survive a folder killed in the middle: nothing is counted twice or lost', async () => {
    await beginHistory()
    const folding = new pg.Client(database.appConnection)
    folding.on('error', () => undefined)
    await folding.connect()
    await folding.query(`begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'`)
    await folding.query(`select pg_advisory_xact_lock(hashtext('indicators.fold'))`)
    await folding.query(`update indicators.cells set amounts[24317] = 7`)

    expect(await foldOnce(database.appPool)).toBe('elsewhere')
    await expectAgreement(history)
    const { rows } = await folding.query<{ pid: number }>('select pg_backend_pid() as pid')
    await database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await database.ownerPool.query('select pg_sleep(0.2)')

    expect(await foldAll()).toBe(late.length)
    await expectAgreement(history)
  })

  test('are of one moment in one statement: they stay the same while facts go from unfolded to folded', async () => {
    await beginHistory()
    const isDone = { folding: false }
    const asked = { codes, place: county, period: whole, by: 'none', compare: false } as const
    const read = () =>
      withScope(database.appPool, rangeOf(county as RegionCode), 'read', (tx) => readFigure(tx, { ...asked, place: county as RegionCode }))
    const expected = await read()

    const folding = foldOnce(database.appPool).then(() => {
      isDone.folding = true
    })
    const seen = []
    while (!isDone.folding) seen.push(await read())
    await folding

    for (const figures of [...seen, await read()]) expect(figures).toEqual(expected)
  })

  test('count a fact of a long transaction once, whenever it commits', async () => {
    await beginHistory()
    const slow = await database.appPool.connect()
    await slow.query(`begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'`)
    const extra: ToldFact = { kind: 'visit.goodsFen', unit: village, on: '2026-06-10', quantity: 500, persons: [], dimensions: {} }
    await slow.query(
      `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity) values ('440103', gen_random_uuid(), $1, $2, $3, $4)`,
      [extra.kind, extra.unit, extra.on, extra.quantity],
    )

    await foldOnce(database.appPool)
    await expectAgreement(history)
    await slow.query('commit')
    slow.release()
    await expectAgreement([...history, extra])
    await foldAll()
    await expectAgreement([...history, extra])
  })

  test('above a reader and beside it do not exist', async () => {
    await beginHistory()
    await foldAll()

    const seen = await withScope(database.appPool, rangeOf(village as RegionCode), 'read', (tx) =>
      tx.query<{ unit_code: string }>(
        `select distinct unit_code from indicators.cells union select unit_code from indicators.presence union select unit_code from indicators.links`,
      ),
    )

    expect(seen.rows.map((row) => row.unit_code).filter((code) => !code.startsWith(village))).toEqual([])
    expect(seen.rows.length).toBeGreaterThan(0)
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { receiptOf, sentenceOf, verifyRecord } from '../../src/modules/placement/index.ts'
import { verifyRecordFile } from '../../src/verify-record.ts'
import { chance } from '../outbox/chance.ts'
import { runHighs } from './highs.ts'
import { MANIPULATIONS, runManipulations } from './manipulations.ts'
import { sha256 } from './random-opening.ts'
import { randomRound } from './random-round.ts'
import { runRounds } from './rounds.ts'
import { runBruteForce, runEveryMarket, runMisreports } from './two-way-truth.ts'

/** A busy machine may take its time: nothing here is about speed. */
vi.setConfig({ testTimeout: 120_000 })

test('engine and verifier see 250 random rounds of every way alike', () => {
  const report = runRounds({ rounds: 250, seed: 10_000, most: 6 })

  expect(report.differences).toEqual([])
  expect(report.links).toBeGreaterThan(report.rounds * 3)
})

test('every kind of manipulation is seen, and each is tried', () => {
  const report = runManipulations({ count: 280, seed: 20_000, most: 6 })

  expect(report.unseen).toEqual([])
  expect([...report.seen.keys()].toSorted()).toEqual(Object.keys(MANIPULATIONS).toSorted())
})

test('2,000 small markets: ours is stable, and no stable matching is better for anybody who asks', () => {
  expect(runBruteForce({ count: 2000, seed: 30_000, most: 4 }).faults).toEqual([])
})

test('no lie gains: every list that a person could hand in instead of the true one', () => {
  const { tried, faults } = runMisreports({ count: 25, seed: 40_000, most: 4 })

  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(500)
})

test('all markets of two people and two posts of one seat: no lie of anybody gains', () => {
  const { markets, faults } = runEveryMarket({ people: 2, posts: 2, seats: 1 })

  expect(faults).toEqual([])
  expect(markets).toBe(5 ** 2 * 5 ** 2 * 2 ** 2)
})

test('the cost of 60 random assignments is that of HiGHS, and prices prove it', async () => {
  expect((await runHighs({ count: 60, seed: 50_000, most: 16 })).faults).toEqual([])
})

describe('one byte', () => {
  const { record } = randomRound(chance(2), { way: 'points-ranked', most: 7 })
  const text = JSON.stringify(record)

  test.each([
    ['the home of a person', /"home":"440(\d)/, /^opening\.candidates\[\d+\]$/, 'leaf'],
    ['an employer', /"employer":"单位(\d)/, /^opening\.posts\[\d+\]$/, 'leaf'],
    ['a score line', /"quantity":(\d)/, /^opening\.candidates\[\d+\]$/, 'leaf'],
    ['a rule', /"clockSeconds":(\d)/, /^opening\.rules$/, 'leaf'],
    ['the title of the round', /"title":"随机一(场)/, /^opening$/, 'leaf'],
    ['the draw', /"drawn":\{[^}]*"value":"\d*( )/, /^lots\[\d+\]$/, 'lots'],
    ['a step', /"supervisor":"监督(员)/, /^links\[0\]$/, 'chain'],
    ['the seal', /"seal":"(.)/, /^seal$/, 'seal'],
  ])('of %s: the place is named', (_, pattern, at, code) => {
    const found = pattern.exec(text)
    const where = (found?.index ?? 0) + (found?.[0].length ?? 0) - 1
    const now = text.charAt(where)
    const changed = text.slice(0, where) + (now === '1' ? '2' : '1') + text.slice(where + 1)

    const [first] = verifyRecord(changed).findings

    expect(found).not.toBeNull()
    expect(first?.code).toBe(code)
    expect(first?.at).toMatch(at)
  })

  test('a record in any layout is the same record', () => {
    expect(verifyRecord(JSON.stringify(record, undefined, 2)).findings.map(sentenceOf)).toEqual([])
  })
})

describe('guidui verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guidui-verify-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function verified(text: string, ...args: string[]): Promise<{ isRight: boolean; said: string }> {
    const file = join(folder, 'record.json')
    writeFileSync(file, text)
    const lines: string[] = []
    const isRight = await verifyRecordFile([file, ...args], (line) => lines.push(line))
    return { isRight, said: lines.join('\n') }
  }

  const { record, commitment } = randomRound(chance(7), { way: 'two-way', most: 7 })
  const text = JSON.stringify(record)

  test('a true record is computed again and agrees', async () => {
    const { isRight, said } = await verified(text, '--commitment', commitment, '--draw', record.drawn.value)

    expect(isRight).toBe(true)
    expect(said).toContain('全部重算一致')
  })

  test('a record without its commitment is told to prove less', async () => {
    expect((await verified(text)).said).toContain('--commitment')
  })

  test('another commitment, a record cut short, a file that is not there', async () => {
    expect((await verified(text, '--commitment', '0'.repeat(64))).said).toContain('与选岗前公布的承诺值不同')
    expect((await verified(text.slice(0, 700))).said).toMatch(/突然断了[^]*line 1, column 701/)
    await expect(verifyRecordFile([join(folder, 'nowhere.json')], () => undefined)).rejects.toThrow('Cannot read')
    await expect(verifyRecordFile([], () => undefined)).rejects.toThrow('guidui verify')
  })

  test('a receipt of somebody who is not in the record finds nobody', async () => {
    const receipt = receiptOf(sha256, { round: 'random', commitment, person: '17', salt: '0'.repeat(64), links: [] })
    const file = join(folder, 'receipt.json')
    writeFileSync(file, JSON.stringify(receipt))

    expect((await verified(text, '--receipt', file)).said).toContain('没有此人')
    writeFileSync(file, JSON.stringify({ ...receipt, person: '18' }))
    expect((await verified(text, '--receipt', file)).isRight).toBe(false)
    writeFileSync(file, '{}')
    await expect(verified(text, '--receipt', file)).rejects.toThrow('is no receipt')
  })
})

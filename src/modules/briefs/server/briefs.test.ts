import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, doBrief, seeBrief } from '../../../../test/briefs-world.ts'
import { openTestDatabase } from '../../../../test/database/clone.ts'
import { type ToldFact, tellFacts } from '../../../../test/figures/told-facts.ts'
import { CHONGQING, divisions, FENGMING, ground, NEIGHBOUR, value, YUBEI } from '../../../../test/world.ts'
import { clockAt } from '../../../platform/clock/clock.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { readDefinitions } from '../../indicators/index.ts'
import type { Brief, EditedBlock } from '../contract.ts'
import { plainText } from '../domain/plain-text.ts'
import { writeDue } from '../index.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)

const MAY = { from: '2026-05-01', to: '2026-05-31' }

/** An id of version 7 that says when. */
function uuidAt(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

/** So many visits of a station on a day, recorded on a day. */
async function visits(unit: string, count: number, { day, recorded = day }: { day: string; recorded?: string }): Promise<void> {
  const rows = Array.from({ length: count }, () => uuidAt(Date.parse(`${recorded}T02:00:00Z`)))
  await withScope(database.appPool, { lo: '0', hi: ':' }, 'write', (tx) =>
    tx.query(
      `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
       select left($2, 6), f.id, 'visit.done', $2, $3, 1, array[gen_random_uuid()], '{"way":"home","reason":"routine"}' from unnest($1::uuid[]) as f(id)`,
      [rows, unit, day],
    ),
  )
}

beforeAll(async () => {
  await divisions(database)
  await visits(FENGMING, 120, { day: '2026-05-08' })
  await visits(NEIGHBOUR, 23, { day: '2026-05-09' })
  await visits(FENGMING, 100, { day: '2026-04-08' })
})

/** For every indicator a fact that it counts. */
const oneOfEach = (on: string): ToldFact[] =>
  readDefinitions().flatMap(({ formula }) => {
    if (!('kind' in formula)) return []
    const dimensions = Object.fromEntries(Object.entries(formula.where ?? {}).map(([dimension, [word = '']]) => [dimension, word]))
    return [{ kind: formula.kind, unit: FENGMING, on, quantity: 1_234, persons: [randomUUID()], dimensions }]
  })

const write = (who: (typeof desk)[keyof typeof desk] = desk.writer, more: object = {}) =>
  doBrief(on, who, 'brief.write', { place: YUBEI, template: 'monthBrief', period: MAY, ...more })
const written = async (more: object = {}) => value<{ id: string }>(await write(desk.writer, more)).id
const read = async (id: string, who: (typeof desk)[keyof typeof desk] = desk.writer) =>
  value<Brief>(await seeBrief(on, who, 'brief.get', { id }))
const said = ({ text, figures }: Brief) => text.blocks.map(({ inlines }) => plainText(inlines, figures)).join('\n')
const edit = (brief: Brief, blocks: readonly EditedBlock[], more: object = {}) =>
  doBrief(on, desk.writer, 'brief.edit', { id: brief.id, version: brief.version, title: brief.text.title, blocks, ...more })

describe('a brief', () => {
  test('is written with every number bound to its indicator, place and period', async () => {
    const brief = await read(await written())

    expect(brief.title).toBe('渝北区退役军人工作简报（2026年5月）')
    expect(said(brief)).toContain('2026年5月走访143次，环比增长43%，上年同期无基数')
    expect(brief.figures.find(({ code, against }) => code === 'visits' && !against)).toMatchObject({
      value: 143,
      previous: 100,
      lastYear: 0,
      words: '143次',
      place: YUBEI,
      period: MAY,
    })
    expect(said(brief)).toContain('走访次数较多的是双凤桥街道（143次）')
    // Nothing is said of what did not happen.
    expect(said(brief)).not.toContain('电话联系')
  })

  test('as of the end of a past day leaves out what was recorded later, and is the same bytes each time', async () => {
    await visits(FENGMING, 7, { day: '2026-05-20', recorded: '2026-06-05' })
    const word = async (id: string) =>
      value<{ content: string }>(await seeBrief(on, desk.writer, 'brief.word', { id, origin: 'https://guidui.example' })).content
    const first = await written({ asOf: '2026-06-01' })
    await visits(FENGMING, 5, { day: '2026-05-21', recorded: '2026-06-08' })
    const second = await written({ asOf: '2026-06-01' })

    expect(said(await read(first))).toContain('2026年5月走访143次')
    expect(said(await read(await written()))).toContain('2026年5月走访155次')
    expect(await word(second)).toBe(await word(first))
  })

  test('says of what stands the last day of its period, whenever it is written', async () => {
    expect(said(await read(await written()))).toContain('截至2026年5月31日，全区有服务机构')
    expect(said(await read(await written({ asOf: '2026-05-20' })))).toContain('截至2026年5月20日，全区有服务机构')
  })

  test('of a period that is not over goes as far as its figures are known: what falls due later is not overdue', async () => {
    const due = { kind: 'contact.due', unit: FENGMING, quantity: 1, persons: [randomUUID()], dimensions: {} }
    await tellFacts(database.appPool, [
      { ...due, on: '2026-06-09' },
      { ...due, on: '2026-11-30', persons: [randomUUID()] },
    ])

    const brief = await read(await written({ period: { from: '2026-01-01', to: '2026-12-31' } }))

    expect(brief.period).toEqual({ from: '2026-01-01', to: '2026-06-10' })
    expect(brief.title).toBe('渝北区退役军人工作简报（2026年1月1日至6月10日）')
    expect(said(brief)).toContain('截至2026年6月10日，应联系而未联系的还有1人')
  })

  test('is not written of a period to come, as of a day to come, by a template that is not there, by who may not, next door', async () => {
    expect(await write(desk.writer, { period: { from: '2026-07-01', to: '2026-07-31' } })).toMatchObject({
      refusal: { code: 'period-not-begun' },
    })
    expect(await write(desk.writer, { asOf: '2026-06-11' })).toMatchObject({ refusal: { code: 'day-to-come' } })
    expect(await write(desk.writer, { template: 'noSuch' })).toMatchObject({ refusal: { code: 'no-such-template' } })
    expect(await write(desk.reader)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await write(desk.worker)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await write(desk.neighbour)).toMatchObject({ problem: { code: 'not-found' } })
    expect(await seeBrief(on, desk.neighbour, 'brief.get', { id: await written() })).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('is edited as text, its numbers stay bound, a new one is computed', async () => {
    const brief = await read(await written())
    const figure = brief.figures.find(({ code, against }) => code === 'visits' && !against)
    const blocks: EditedBlock[] = [
      {
        kind: 'text',
        inlines: [
          { kind: 'text', text: '本月走访' },
          { kind: 'figure', key: figure?.key ?? '' },
          { kind: 'text', text: '，其中上门' },
          { kind: 'bind', code: 'homeVisits', say: 'more' },
          { kind: 'text', text: '。' },
        ],
      },
    ]

    value(await edit(brief, blocks))

    const after = await read(brief.id)
    expect(said(after)).toMatch(/^本月走访1\d\d次，其中上门1\d0余次。$/)
    expect(after.version).toBe(2)
    expect(after.figures.map(({ code }) => code).toSorted()).toEqual(['homeVisits', 'visits'])
  })

  test('a number that is typed has no source and is not saved, whole or in pieces, in digits or in Chinese; a marked name is', async () => {
    const brief = await read(await written())
    const block = (...inlines: EditedBlock['inlines']): EditedBlock[] => [{ kind: 'text', inlines }]

    expect(await edit(brief, block({ kind: 'text', text: '走访1200户' }))).toMatchObject({
      refusal: { code: 'number-without-source', numbers: ['1200'] },
    })
    expect(await edit(brief, block({ kind: 'text', text: '走访三' }, { kind: 'text', text: '百余户' }))).toMatchObject({
      refusal: { code: 'number-without-source', numbers: ['三百余户'] },
    })
    expect(await edit(brief, block({ kind: 'figure', key: 'f999' }))).toMatchObject({ refusal: { code: 'unknown-figure' } })
    expect(await edit(brief, block({ kind: 'bind', code: 'noSuch', say: 'exact' }))).toMatchObject({
      refusal: { code: 'no-such-indicator' },
    })
    expect(await edit(brief, block({ kind: 'mark', text: '2026年8月1日' }))).toMatchObject({ kind: 'value' })
    expect(await edit(brief, block({ kind: 'text', text: '晚了一步' }))).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
  })

  test('goes from draft to archive, by a second person, its unlocked figures marked', async () => {
    const brief = await read(await written())
    const review = (who: (typeof desk)[keyof typeof desk], markUnlocked: boolean, version = brief.version) =>
      doBrief(on, who, 'brief.review', { id: brief.id, version, markUnlocked })
    const both = { ...desk.writer, grants: new Set([...desk.writer.grants, 'brief.review' as const]) }

    expect(await review(both, true)).toMatchObject({ refusal: { code: 'own-hand' } })
    expect(await review(desk.writer, true)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await review(desk.reviewer, false)).toMatchObject({ refusal: { code: 'unlocked-figures', count: brief.unlockedCount } })
    const answers = await Promise.all([review(desk.reviewer, true), review(desk.reviewer, true)])
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])

    value(await doBrief(on, desk.reviewer, 'brief.return', { id: brief.id, why: '请补充安置情况' }))
    const returned = await read(brief.id)
    expect(returned).toMatchObject({ state: 'draft', returnedWhy: '请补充安置情况' })
    value(await review(desk.reviewer, true, returned.version))
    expect(await doBrief(on, desk.writer, 'brief.archive', { id: brief.id })).toMatchObject({ refusal: { code: 'wrong-state' } })
    value(await doBrief(on, desk.reviewer, 'brief.sign', { id: brief.id }))
    expect(await edit(returned, [])).toMatchObject({ refusal: { code: 'not-a-draft', state: 'signed' } })
    value(await doBrief(on, desk.writer, 'brief.archive', { id: brief.id }))
    expect(await read(brief.id, desk.province)).toMatchObject({ state: 'archived', isUnlocked: true, can: { edit: false, archive: false } })
  })

  test('asked for again as of a past day keeps its text and has the figures of that day', async () => {
    const brief = await read(await written())
    await visits(FENGMING, 3, { day: '2026-05-25', recorded: '2026-06-09' })

    value(await doBrief(on, desk.writer, 'brief.refresh', { id: brief.id, version: 1 }))
    const now = await read(brief.id)
    value(await doBrief(on, desk.writer, 'brief.refresh', { id: brief.id, version: 2, asOf: '2026-06-01' }))
    const then = await read(brief.id)

    const count = (one: Brief) => one.figures.find(({ code, against }) => code === 'visits' && !against)?.value ?? 0
    expect(count(now)).toBe(count(brief) + 3)
    expect(count(then)).toBe(143)
    expect(then.text).toEqual(brief.text)
    expect(then.knownOn).toBe('2026-06-01')
  })

  test('is listed at its place and above, a page at a time', async () => {
    await written()
    await written()
    const page = value<{ rows: object[]; next?: string }>(await seeBrief(on, desk.province, 'brief.list', { place: CHONGQING, limit: 2 }))
    const after = value<{ rows: object[] }>(
      await seeBrief(on, desk.province, 'brief.list', { place: CHONGQING, limit: 2, cursor: page.next }),
    )

    expect(page.rows).toHaveLength(2)
    expect(after.rows.length).toBeGreaterThan(0)
    expect(after.rows).not.toContainEqual(page.rows[0])
    expect(value(await seeBrief(on, desk.neighbour, 'brief.list', { place: '500113000000' }))).toMatchObject({ rows: [] })
  })
})

describe('the templates of the house', () => {
  test('are each written, those of the five mission documents with nothing that is not defined', async () => {
    const { rows } = value<{ rows: { code: string; missing: string[]; figures: number }[] }>(
      await seeBrief(on, desk.reader, 'brief.templates', {}),
    )
    const mission = rows.filter(({ code }) => code.startsWith('mission'))

    expect(mission).toHaveLength(5)
    expect(mission.flatMap(({ missing }) => missing)).toEqual([])
    await tellFacts(database.appPool, oneOfEach('2026-03-10'))
    for (const { code, figures } of rows) {
      const brief = await read(await written({ template: code, period: { from: '2026-03-01', to: '2026-03-31' } }))
      // Those of the mission name places and sizes that are not here: `npm run mission -- --briefs` writes them in full.
      if (!code.startsWith('mission')) expect(new Set(brief.figures.map((figure) => figure.code)).size).toBe(figures)
      const keys = new Set(brief.figures.map(({ key }) => key))
      const used = [brief.text.title, ...brief.text.blocks.map(({ inlines }) => inlines)].flat()
      expect(used.flatMap((inline) => (inline.kind === 'figure' && !keys.has(inline.key) ? [inline.key] : []))).toEqual([])
      expect(said(brief)).not.toMatch(/\{\{|\[\[|undefined/)
    }
  })
})

describe('a schedule', () => {
  test('has the draft of a month written once it is over, once, and no more after its end', async () => {
    const asked = { place: YUBEI, template: 'monthBrief', rhythm: 'month' }
    const { id } = value<{ id: string }>(await doBrief(on, desk.writer, 'brief.schedule', asked))
    expect(await doBrief(on, desk.writer, 'brief.schedule', asked)).toMatchObject({ refusal: { code: 'already-scheduled' } })
    expect(value(await seeBrief(on, desk.reader, 'brief.schedules', { place: YUBEI }))).toMatchObject({
      rows: [{ writtenTo: '2026-05-31', next: '2026-06-30' }],
      canSet: false,
    })
    const due = (now: string) => writeDue({ pool: database.appPool, clock: clockAt(now) })

    expect(await due('2026-06-30T02:00:00.000Z')).toBe(0)
    expect((await Promise.all([due('2026-07-01T02:00:00.000Z'), due('2026-07-01T02:00:00.000Z')])).toSorted()).toEqual([0, 1])
    expect(await due('2026-07-02T02:00:00.000Z')).toBe(0)
    const { rows } = value<{ rows: { period: object; state: string }[] }>(await seeBrief(on, desk.reader, 'brief.list', { place: YUBEI }))
    expect(rows[0]).toMatchObject({ state: 'draft', period: { from: '2026-06-01', to: '2026-06-30' } })

    value(await doBrief(on, desk.writer, 'brief.endSchedule', { id }))
    expect(await due('2026-08-02T02:00:00.000Z')).toBe(0)
    expect(await doBrief(on, desk.writer, 'brief.endSchedule', { id })).toMatchObject({ refusal: { code: 'already-ended' } })
  })
})

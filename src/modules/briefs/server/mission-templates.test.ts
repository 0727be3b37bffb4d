import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isBoundTo } from '../../../../test/mission/check-briefs.ts'
import { isAsked, readMissionFigures } from '../../../../test/mission/figures.ts'
import { MISSION_BRIEFS } from '../../../../test/mission/mission-briefs.ts'
import { PlainDate } from '../../../kernel/plain-date.ts'
import { repositoryPath } from '../../../platform/config/repository-path.ts'
import { bindingOf } from '../domain/compose.ts'
import { flatPieces } from '../domain/parse-template.ts'
import type { Saying } from '../domain/say-amount.ts'
import { knownIndicators } from './read-answers.ts'
import { findTemplate } from './templates.ts'

const rows = readMissionFigures()

/** Small numbers are said as they are, whatever the document says more of. */
const SAYINGS: Readonly<Record<string, readonly Saying[]>> = {
  eq: ['exact', 'numeral', 'month', 'all'],
  gt: ['more', 'many', 'over', 'above', 'numeral'],
  approx: ['near'],
}
const SMALL = 20

describe.each(MISSION_BRIEFS)('the brief of document $document', ({ document, template: code, place, from, to }) => {
  const template = findTemplate(code)
  const lines = template ? [template.title, ...template.blocks.map(({ pieces }) => pieces)] : []
  const bindings = lines
    .flatMap(flatPieces)
    .flatMap((piece) => (piece.kind === 'figure' ? [bindingOf(piece, { place, period: { from, to } })] : []))

  test('is bound to nothing that is not defined', () => {
    const known = knownIndicators(PlainDate.parse(to))

    expect(bindings.map(({ code }) => code).filter((code) => !known.has(code))).toEqual([])
  })

  test.each(rows.filter(({ seed }) => seed === document))('says $zh, $stated ($comparison)', (row) => {
    const asked = isAsked(row) ? row : undefined
    const bound = bindings.find((binding) => asked !== undefined && isBoundTo(binding, asked))

    expect(bound).toBeDefined()
    if (Number(row.stated) >= SMALL || row.comparison === 'eq') expect(SAYINGS[row.comparison]).toContain(bound?.say)
    // What adds up over days adds up over the same days.
    if (asked && asked.from !== asked.to) expect(bound?.period.from).toBe(asked.from)
  })
})

test('the rows are those of the seed figures', () => {
  const seeds =
    readFileSync(repositoryPath('test', 'fixtures', 'seed-figures.csv'), 'utf8')
      .trim()
      .split('\n').length - 1

  expect(rows).toHaveLength(seeds)
})

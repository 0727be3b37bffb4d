import { expect, test } from 'vitest'
import { compileMeasures } from '../domain/measures.ts'
import { definitions } from './definitions.ts'
import { cellRowsOf } from './fold-cells.ts'

const goods = { kind: 'visit.goodsFen', dimensions: {}, person_ids: [] }

test('facts are summed up the tree: once at the place, and what it has once more at each node above', () => {
  const facts = [
    { ...goods, unit_code: '440103001001', on_day: '2026-06-10', quantity: 5n },
    { ...goods, unit_code: '440103001001-2', on_day: '2026-06-11', quantity: 2n },
    { ...goods, unit_code: '440103001000', on_day: '2026-07-01', quantity: 3n },
    { ...goods, unit_code: '441900003001', on_day: '2026-06-10', quantity: -7n },
  ]

  const rows = cellRowsOf(facts, compileMeasures(definitions))

  const [june, july] = [24_317, 24_318]
  expect(rows.map(({ node, measure, months, values }) => [node, measure, months.map((month, at) => [month, values[at]])])).toEqual([
    [
      '000000000000',
      'goodsFen',
      [
        [june, 0],
        [july, 3],
      ],
    ],
    [
      '440000000000',
      'goodsFen',
      [
        [june, 0],
        [july, 3],
      ],
    ],
    [
      '440100000000',
      'goodsFen',
      [
        [june, 7],
        [july, 3],
      ],
    ],
    [
      '440103000000',
      'goodsFen',
      [
        [june, 7],
        [july, 3],
      ],
    ],
    [
      '440103001000',
      'goodsFen',
      [
        [june, 7],
        [july, 3],
      ],
    ],
    ['440103001001', 'goodsFen', [[june, 7]]],
    ['441900000000', 'goodsFen', [[june, -7]]],
    ['441900003000', 'goodsFen', [[june, -7]]],
    ['441900003001', 'goodsFen', [[june, -7]]],
  ])
})

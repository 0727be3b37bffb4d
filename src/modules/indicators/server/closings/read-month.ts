import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Division } from '../../../network/contract.ts'
import { listChildren } from '../../../network/index.ts'
import type { Value } from '../../contract.ts'
import { isSettled, movedCodes, openOf, windowOf } from '../../domain/closing.ts'
import { readFigures } from '../figures.ts'
import { findClosings, type KeptClosing } from './closing-rows.ts'
import { CLOSING, UNITS } from './closing-settings.ts'

export interface BelowMonth {
  readonly division: Division
  readonly isExpected: boolean
  readonly isSettled: boolean
  readonly hasMoved: boolean
  readonly open: KeptClosing | undefined
  readonly last: KeptClosing | undefined
}

/**
 * A month of a place and of those directly below it. What adds up is read by one statement and of one moment; what is
 * derived by one of its own each: a fact that comes in between shows as moved, where the two are compared again.
 */
export interface ReadMonth {
  readonly live: Readonly<Record<string, Value>>
  readonly versions: readonly KeptClosing[]
  readonly below: readonly BelowMonth[]
}

export async function readMonth(tx: Tx, place: RegionCode, month: string): Promise<ReadMonth> {
  const window = windowOf(month)
  const children = await listChildren(tx, place, window.to)
  const nodes = [place, ...children.map(({ code }) => code)]
  const kept = await findClosings(tx, nodes, window.from)
  const figures = await readFigures(tx, { codes: [...new Set([...CLOSING.codes, UNITS])], place, nodes, windows: [window] })
  const liveAt = (node: string) => Object.fromEntries(CLOSING.codes.map((code) => [code, figures.valueOf(code, node, window)]))
  return {
    live: liveAt(place),
    versions: kept.get(place) ?? [],
    below: children.map((division) => {
      const versions = kept.get(division.code) ?? []
      const open = openOf(versions)
      return {
        division,
        isExpected: (figures.valueOf(UNITS, division.code, window).value ?? 0) > 0,
        isSettled: isSettled(open),
        hasMoved: open !== undefined && movedCodes(open.figures, liveAt(division.code)).length > 0,
        open,
        last: versions.at(-1),
      }
    }),
  }
}

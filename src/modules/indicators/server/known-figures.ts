import type { Tx } from '../../../platform/database/scope.ts'
import type { Figure } from '../contract.ts'
import { lastYearOf, previousOf } from '../domain/compared.ts'
import { countedCodes } from '../domain/definition.ts'
import { isOwn } from './asked.ts'
import { countKnown } from './count-known.ts'
import { definitions } from './definitions.ts'
import { readDerived } from './derived/read-derived.ts'
import { valuesFrom } from './derived/work-out.ts'
import { formulaOf } from './figures.ts'
import { type AskedFigure, nodesBelow } from './read-figure.ts'

/**
 * Figures as they were known before an instant: what was recorded or corrected later is left out; of a word of their
 * dimension, where one is asked for. Read from the facts themselves, so it takes as long as there are facts of its kinds;
 * places are those of the period's last day.
 */
export async function readKnownFigure(
  tx: Tx,
  { before, word, ...asked }: Omit<AskedFigure, 'by'> & { by: 'none' | 'children'; before: string; word?: string },
): Promise<Figure[]> {
  const { codes, place, period, compare } = asked
  const names = asked.by === 'children' ? (await nodesBelow(tx, asked)).filter((node) => !isOwn(node)) : [place]
  const windows = compare ? [period, previousOf(period), lastYearOf(period)] : [period]
  const counted = [...new Set(codes.flatMap((one) => countedCodes(definitions, one)))]
  const amount = await countKnown(tx, { codes: counted, word, nodes: names, windows, before })
  const derived = await readDerived(tx, { codes, place, nodes: names, windows, formulaOf, before })
  const read = valuesFrom({ formulaOf, amount, derived })
  return codes.flatMap((code) =>
    names.map((node) => {
      const compared = compare ? { previous: read(code, node, previousOf(period)), lastYear: read(code, node, lastYearOf(period)) } : {}
      return { code, key: node === place ? '' : node, ...read(code, node, period), ...compared }
    }),
  )
}

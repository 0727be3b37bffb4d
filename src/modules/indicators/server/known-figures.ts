import type { Tx } from '../../../platform/database/scope.ts'
import type { Figure } from '../contract.ts'
import { lastYearOf, previousOf } from '../domain/compared.ts'
import { countedCodes } from '../domain/definition.ts'
import type { Window } from '../domain/months.ts'
import { isOwn } from './asked.ts'
import { countKnown } from './count-known.ts'
import { definitions } from './definitions.ts'
import { readDerived } from './derived/read-derived.ts'
import { valuesFrom } from './derived/work-out.ts'
import { type Figures, formulaOf, readFigures } from './figures.ts'
import { type AskedFigure, nodesBelow } from './read-figure.ts'

/**
 * Figures as they were known before an instant: what was recorded or corrected later is left out; of a word of their
 * dimension, where one is asked for. From what the store holds less what has been recorded since; a word of a dimension
 * from the facts themselves, so it takes as long as there are facts of its kinds. Places are those of the period's last
 * day. The transaction must be in one snapshot.
 */
export async function readKnownFigure(
  tx: Tx,
  { before, word, ...asked }: Omit<AskedFigure, 'by'> & { by: 'none' | 'children'; before: string; word?: string },
): Promise<Figure[]> {
  const { codes, place, period, compare } = asked
  const names = asked.by === 'children' ? (await nodesBelow(tx, asked)).filter((node) => !isOwn(node)) : [place]
  const windows = compare ? [period, previousOf(period), lastYearOf(period)] : [period]
  if (word === undefined) return await readBefore(tx, { ...asked, names, windows, before })
  const counted = [...new Set(codes.flatMap((one) => countedCodes(definitions, one)))]
  const amount = await countKnown(tx, { codes: counted, word, nodes: names, windows, before })
  const derived = await readDerived(tx, { codes, place, nodes: names, windows, formulaOf, before })
  const read = valuesFrom({ formulaOf, amount, derived })
  return figuresOf(asked, names, read)
}

type Shown = Pick<AskedFigure, 'codes' | 'place' | 'period' | 'compare'>

const figuresOf = ({ codes, place, period, compare }: Shown, names: readonly string[], read: Figures['valueOf']): Figure[] =>
  codes.flatMap((code) =>
    names.map((node) => {
      const compared = compare ? { previous: read(code, node, previousOf(period)), lastYear: read(code, node, lastYearOf(period)) } : {}
      return { code, key: node === place ? '' : node, ...read(code, node, period), ...compared }
    }),
  )

/** From the store, less what has been recorded since. */
async function readBefore(
  tx: Tx,
  { names, windows, before, ...asked }: Shown & { names: readonly string[]; windows: readonly Window[]; before: string },
): Promise<Figure[]> {
  const { codes, place } = asked
  const figures = await readFigures(tx, { codes, place, nodes: names, windows, before })
  return figuresOf(asked, names, figures.valueOf)
}

import { isGarbled, repairMojibake, SUSPECT } from './mojibake.ts'
import type { CellNote, RowBatch } from './row-batch.ts'

/** The last cell that begins at or before `place`, the one that holds it; empty cells before it share its beginning. */
function cellAt(bounds: Uint32Array, place: number): number {
  let [low, high] = [0, bounds.length / 2 - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((bounds[2 * middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function verdict(text: string): { note: CellNote; text: string } | undefined {
  const repaired = repairMojibake(text)
  if (repaired !== undefined) return { note: 'repaired', text: repaired }
  return isGarbled(text) ? { note: 'garbled', text } : undefined
}

/** Repairs the spoiled cells of a batch: their new texts go to the end of `text`, and a note says so. */
export function mendCells(batch: RowBatch): RowBatch {
  SUSPECT.lastIndex = 0
  const found: { cell: number; note: CellNote; text: string }[] = []
  for (let hit = SUSPECT.exec(batch.text); hit; hit = SUSPECT.exec(batch.text)) {
    const cell = cellAt(batch.bounds, hit.index)
    const end = batch.bounds[2 * cell + 1] ?? 0
    const judged = verdict(batch.text.slice(batch.bounds[2 * cell], end))
    if (judged) found.push({ cell, ...judged })
    SUSPECT.lastIndex = Math.max(end, hit.index + 1)
  }
  let units = batch.text.length
  for (const { cell, text } of found) {
    batch.bounds.set([units, units + text.length], 2 * cell)
    units += text.length
  }
  const text = batch.text + found.map((mended) => mended.text).join('')
  return found.length === 0 ? batch : { ...batch, text, notes: [...batch.notes, ...found.map(({ cell, note }) => ({ cell, note }))] }
}

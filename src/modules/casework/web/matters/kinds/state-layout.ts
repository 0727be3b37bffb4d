import type { MatterKind } from '../../../contract.ts'

export interface Placed {
  readonly code: string
  readonly column: number
  readonly row: number
}

/**
 * Places states on a grid: columns by the fewest steps from the beginning, the longest way forward in the first row, side
 * branches below it. The same declaration is always drawn alike.
 */
export function layOut({ states, steps, begins }: Pick<MatterKind, 'states' | 'steps' | 'begins'>): Placed[] {
  const columns = distances(begins.state, steps)
  const main = mainPath({ states, steps, begins }, columns)
  const taken = new Map<number, number>()
  return states
    .toSorted((a, b) => Number(main.has(b.code)) - Number(main.has(a.code)))
    .map(({ code }) => {
      const column = columns.get(code) ?? 0
      const isMain = main.has(code)
      const row = isMain ? 0 : Math.max(1, taken.get(column) ?? 1)
      if (!isMain) taken.set(column, row + 1)
      return { code, column, row }
    })
}

function distances(from: string, steps: MatterKind['steps']): Map<string, number> {
  const found = new Map([[from, 0]])
  const queue = [from]
  for (let code = queue.shift(); code !== undefined; code = queue.shift())
    for (const step of steps) {
      if (step.isBack || !step.from.includes(code) || found.has(step.to)) continue
      found.set(step.to, (found.get(code) ?? 0) + 1)
      queue.push(step.to)
    }
  return found
}

/** Back from the farthest good end, one column at a time. */
function mainPath({ states, steps }: Pick<MatterKind, 'states' | 'steps' | 'begins'>, columns: ReadonlyMap<string, number>): Set<string> {
  const ends = states.filter(({ outcome }) => outcome === 'granted' || outcome === 'handled')
  const farthest = ends.toSorted((a, b) => (columns.get(b.code) ?? 0) - (columns.get(a.code) ?? 0))[0]
  const path = new Set<string>()
  for (let code = farthest?.code; code !== undefined && !path.has(code); ) {
    path.add(code)
    const here = columns.get(code) ?? 0
    const target = code
    code = steps
      .filter(({ to }) => to === target)
      .flatMap(({ from }) => from)
      .find((one) => columns.get(one) === here - 1)
  }
  return path
}

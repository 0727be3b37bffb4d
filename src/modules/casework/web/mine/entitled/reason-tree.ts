import type { Entitlement } from '../../../contract.ts'

type Line = Entitlement['reasons'][number]

/** A reason with those below it: the lines of the answer are in the order of reading, each with its depth. */
export interface ReasonNode extends Line {
  readonly below: readonly ReasonNode[]
}

/** Joins the lines to a tree again. A line deeper than the one before it belongs to it. */
export function treeOf(lines: readonly Line[]): readonly ReasonNode[] {
  const roots: ReasonNode[] = []
  const path: { depth: number; below: ReasonNode[] }[] = []
  for (const line of lines) {
    while ((path.at(-1)?.depth ?? -1) >= line.depth) path.pop()
    const below: ReasonNode[] = []
    const above = path.at(-1)?.below ?? roots
    above.push({ ...line, below })
    path.push({ depth: line.depth, below })
  }
  return roots
}

/** The clauses that an answer rests on, each once, in the order of reading. */
export function clausesOf(lines: readonly Line[]): readonly NonNullable<Line['clause']>[] {
  const found = new Map(lines.flatMap(({ clause }) => (clause ? [[`${clause.law}${clause.article}`, clause] as const] : [])))
  return [...found.values()]
}

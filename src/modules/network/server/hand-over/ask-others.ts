import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { HandOverState, Load } from '../../contract.ts'

/** Says what of a module lies at a unit; nothing where there is none. */
export type CountLoads = (tx: Tx, at: { readonly unitCode: UnitCode; readonly today: PlainDate }) => Promise<readonly Load[]>

/** A hand-over that the network has found right: two stations of one bureau, the second open. */
export interface RightHandOver {
  readonly from: { readonly unitCode: UnitCode; readonly name: string }
  readonly to: { readonly unitCode: UnitCode; readonly name: string }
  readonly reason: string
}

/** Who keeps files, and moves them. The network does not know them. */
export interface FileKeeper {
  /** How many open or archived files lie at each of these units; units without are left out. */
  countFiles(tx: Tx, unitCodes: readonly UnitCode[]): Promise<ReadonlyMap<string, number>>
  /** The last hand-over of each of these units. */
  findHandOvers(tx: Tx, unitCodes: readonly UnitCode[]): Promise<ReadonlyMap<string, HandOverState>>
  /** Begins one and, where it is small, ends it; `under-way` where another runs. */
  begin(context: ActionContext, handOver: RightHandOver): Promise<HandOverState | 'under-way'>
}

const counters: CountLoads[] = []
let keeper: FileKeeper = {
  countFiles: async () => new Map(),
  findHandOvers: async () => new Map(),
  begin: async () => 'under-way',
}

/** Introduces a module that keeps something at units (`catalogue.ts`). */
export function askWhatLies(counter: CountLoads): void {
  counters.push(counter)
}

/** Introduces who keeps the files (`catalogue.ts`). */
export function askForFiles(one: FileKeeper): void {
  keeper = one
}

export const fileKeeper = (): FileKeeper => keeper

/** Everything that lies at a unit, in the order in which the modules were introduced. */
export async function listLoads(tx: Tx, at: Parameters<CountLoads>[1]): Promise<Load[]> {
  const loads: Load[] = []
  for (const count of counters) loads.push(...(await count(tx, at)))
  return loads.filter(({ count }) => count > 0)
}

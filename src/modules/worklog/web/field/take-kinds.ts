import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { SessionAccount } from '../../../../ui/api/session.ts'
import { see } from '../../../../ui/api/use-view.ts'
import { listWorkKinds } from '../../contract.ts'

/** The kinds of record of one's own place, for where there is no network. */
export const takeKinds = async ({ unitCode }: SessionAccount): Promise<Record<string, unknown>> => ({
  [listWorkKinds.name]: await see(listWorkKinds, { place: unitCode as UnitCode }),
})

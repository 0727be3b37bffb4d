import type { CodeRange } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { countEntitled } from '../../../registry/index.ts'
import { periodOf, rateKeyOf } from '../../domain/entitlement/classes.ts'
import type { Headcount } from '../../domain/rates/diff-tables.ts'
import { keyText } from '../../domain/rates/rate-table.ts'

/** How many living people of a range hold each rated class, confirmed; demobilised soldiers by when they enlisted. */
export async function headcounts(tx: Tx, range: CodeRange): Promise<Headcount[]> {
  const counts = new Map<string, Headcount>()
  for (const { people, serviceYears, enlistedOn, ...held } of await countEntitled(tx, { ...range, byEnlisting: ['DEMOB'] })) {
    const key = rateKeyOf({ ...held, period: periodOf(held.classCode, enlistedOn) })
    if (!key) continue
    const times = key.classCode === 'RURAL60' ? serviceYears : people
    const before = counts.get(keyText(key))
    counts.set(keyText(key), { key, people: (before?.people ?? 0) + people, times: (before?.times ?? 0) + times })
  }
  return [...counts.values()]
}

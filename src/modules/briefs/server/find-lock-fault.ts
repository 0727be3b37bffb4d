import type { CodeRange } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { isClosedMonthly } from '../../indicators/index.ts'
import type { OpenMonth } from '../contract-briefs.ts'
import { answerBindings } from './answer-bindings.ts'
import type { BriefRow } from './brief-rows.ts'
import { findOpen } from './find-open.ts'
import { findTemplate } from './templates.ts'

type LockFault = { code: 'months-open'; months: OpenMonth[] } | { code: 'not-as-locked'; labels: string[] }

/**
 * How many figures of a draft are not locked, and why it cannot be passed where its template is written from locked months:
 * some are open, or the draft was written before the lock and says something else.
 */
export async function findLockFault(tx: Tx, brief: BriefRow, scope: CodeRange): Promise<{ count: number; fault?: LockFault }> {
  const { unlocked, months } = await findOpen(tx, brief)
  const count = unlocked.length
  if (findTemplate(brief.template)?.needsLocked !== true) return { count }
  if (months.length > 0) return { count, fault: { code: 'months-open', months } }
  const closed = brief.figures.filter(({ code, against }) => isClosedMonthly(code) && against === undefined)
  const now = new Map((await answerBindings(tx, closed, { asOf: undefined, scope })).map(({ key, value }) => [key, value]))
  const labels = closed.filter(({ key, value }) => now.get(key) !== value).map(({ label }) => label)
  return labels.length > 0 ? { count, fault: { code: 'not-as-locked', labels } } : { count }
}

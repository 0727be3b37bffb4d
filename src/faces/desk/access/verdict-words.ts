import type { z } from 'zod'
import type { verifyJournalChain } from '../../../platform/journal/contract.ts'
import type { AccessText } from './messages.ts'

type Verdict = z.infer<typeof verifyJournalChain.output>

const grouped = (value: number | string): string => Number(value).toLocaleString('en-US')

/** What walking a chain showed, in a sentence that says how much was walked. */
export function verdictWords({ walked, from, broken }: Verdict, text: AccessText): string {
  const count = grouped(walked)
  if (broken) return text('access.chain.broken', { seq: grouped(broken.seq), count, why: text(`access.chain.why.${broken.why}`) })
  return from === '1' ? text('access.chain.whole', { count }) : text('access.chain.wholePart', { count, from: grouped(from) })
}

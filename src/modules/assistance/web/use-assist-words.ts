import { formatFen } from '../../../kernel/fen.ts'
import { useText } from '../../../ui/text/use-text.ts'
import type { Cause, FundKind, GrantState, Outcome, ReportKind } from '../contract.ts'
import { assistWords } from './messages-words.ts'

/** What things of assistance are called, and how money stands in a sentence. */
export function useAssistWords() {
  const text = useText(assistWords)
  return {
    kind: (kind: FundKind) => text(`assist.kind.${kind}`),
    cause: (cause: Cause | null) => (cause === null ? text('assist.anyCause') : text(`assist.cause.${cause}`)),
    outcome: (outcome: Outcome) => text(`assist.outcome.${outcome}`),
    state: (state: GrantState) => text(`assist.state.${state}`),
    report: (kind: ReportKind) => text(`assist.report.${kind}`),
    donor: (kind: 'named' | 'anonymous' | 'treasury') => text(`assist.donor.${kind}`),
    /** The unit beside a large figure, which has no room for it at its own size. */
    yuanAlone: text('assist.yuanAlone'),
    /** `1234500` → `12,345.00 元`. */
    yuan: (fen: string) => text('assist.yuan', { amount: formatFen(BigInt(fen)) }),
  }
}

import { useText } from '../../../../../ui/text/use-text.ts'
import type { Entitlement } from '../../../contract.ts'
import { entitledMessages } from './messages-entitled.ts'

const SIGNS = { yes: '✓', missing: '?', no: '×' } as const
const WORDS = { yes: 'mine.entitled.yes', missing: 'mine.entitled.missingMark', no: 'mine.entitled.no' } as const

/** Yes, no or unknown: by sign, word and colour alike. */
export function Verdict({ verdict }: { verdict: Entitlement['verdict'] }) {
  const text = useText(entitledMessages)
  return (
    <span className="verdict-mark" data-verdict={verdict}>
      <span aria-hidden="true">{SIGNS[verdict]}</span> {text(WORDS[verdict])}
    </span>
  )
}

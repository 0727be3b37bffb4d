import type { ReactNode } from 'react'

export type Tone = 'plain' | 'red' | 'green' | 'amber' | 'slate'

/** A word on a soft ground. Identities are slate, never red. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>
}

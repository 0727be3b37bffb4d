import { useState } from 'react'
import type { z } from 'zod'
import { useView } from '../../../../ui/api/use-view.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import * as contract from '../../contract.ts'
import { handOverMessages } from './messages-hand-over.ts'

/** What is to become of what lies at a unit that closes. */
export interface Leaving {
  way: 'along' | 'leave'
  toUnit?: string | undefined
  reason: string
}

/** Suggested: what the division became, or the unit was merged into. That there is a township is no reason to choose it. */
export const likelyHeir = (seen: z.infer<typeof contract.loads.output> | undefined): string | undefined =>
  seen?.heirs.find(({ why }) => why !== 'township')?.unitCode

type Message = Partial<z.input<(typeof contract.changeUnit)['input']>>

/**
 * What lies at a unit that is about to close, what is to become of it, and what is still to be said. The heir is the one chosen,
 * else the unit that it is merged into, else the one that its division says.
 */
export function useLeaving({ unitCode, isOver, mergedInto }: { unitCode: string; isOver: boolean; mergedInto: string | undefined }) {
  const text = useText(handOverMessages)
  const [typed, setTyped] = useState<Leaving>()
  const { data: seen } = useView(contract.loads, { unitCode } as z.input<typeof contract.loads.input>, { enabled: isOver })
  const holds = isOver && (seen?.rows.some(({ goes }) => goes === 'along' || goes === 'first') ?? false)
  const first: Leaving = seen?.can.handOver ? { way: 'along', reason: text('handOver.reasonDefault') } : { way: 'leave', reason: '' }
  const leaving = typed ?? first
  const heir = leaving.toUnit ?? mergedInto ?? likelyHeir(seen)
  return { seen: holds ? seen : undefined, leaving, heir, set: setTyped, missing: missing(), message: message() }

  function missing(): string | undefined {
    if (!holds) return undefined
    if (leaving.way === 'along' && !heir) return text('handOver.choose')
    return leaving.reason.trim().length < 2 ? text('handOver.sayWhy') : undefined
  }

  function message(): Message {
    if (!holds) return {}
    const { reason } = leaving
    const handOver = { toUnit: heir ?? '', reason } as z.input<typeof contract.HandOverTo>
    return leaving.way === 'along' ? { handOver, leftBecause: undefined } : { leftBecause: reason, handOver: undefined }
  }
}

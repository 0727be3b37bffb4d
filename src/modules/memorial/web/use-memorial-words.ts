import type { z } from 'zod'
import { useText } from '../../../ui/text/use-text.ts'
import type * as contract from '../contract.ts'
import { memorialMessages } from './messages.ts'

type RefusalOf<C extends { refusal: z.ZodType }> = z.output<C['refusal']>

type MemorialRefusal =
  | RefusalOf<typeof contract.recordPatrol>
  | RefusalOf<typeof contract.takeBackPatrol>
  | RefusalOf<typeof contract.orderRepair>
  | RefusalOf<typeof contract.fixRepair>
  | RefusalOf<typeof contract.acceptRepair>

const LEVELS = ['national', 'province', 'city', 'county', 'unclassified'] as const

/** What things of patrols are called, and why something was not done. */
export function useMemorialWords() {
  const text = useText(memorialMessages)
  return {
    text,
    item: (one: contract.CheckItem) => text(`memorial.itemOf.${one}`),
    state: (one: contract.RepairState) => text(`memorial.stateOf.${one}`),
    level: (given: string) => {
      const level = LEVELS.find((one) => one === given)
      return level ? text(`memorial.levelOf.${level}`) : given
    },
    refusal: (refusal: MemorialRefusal | undefined): string | undefined => {
      if (!refusal) return undefined
      switch (refusal.code) {
        case 'before-it-stood':
          return text('memorial.refused.before-it-stood', { name: refusal.name, since: refusal.since })
        case 'already-patrolled':
          return text('memorial.refused.already-patrolled', { name: refusal.name })
        case 'repair-begun':
          return text('memorial.refused.repair-begun', { count: refusal.count })
        case 'other-state':
          return text('memorial.refused.other-state', { state: text(`memorial.stateOf.${refusal.state}`) })
        case 'before-found':
          return text('memorial.refused.before-found', { on: refusal.foundOn })
        default:
          return text(`memorial.refused.${refusal.code}`)
      }
    },
  }
}

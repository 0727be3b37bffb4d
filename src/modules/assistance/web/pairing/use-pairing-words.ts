import { useText } from '../../../../ui/text/use-text.ts'
import type { HelperKind, HelperMatch, Need, NeedKind, Pairing, PairingEnd, Urgency } from '../../contract.ts'
import { pairingMessages } from './messages-pairing.ts'

/** What things of pairing are called, and why something was not done. */
export function usePairingWords() {
  const text = useText(pairingMessages)
  const kind = (one: NeedKind) => text(`pairing.kindOf.${one}`)
  return {
    text,
    kind,
    kinds: (some: readonly NeedKind[]) => some.map(kind).join(text('pairing.list')),
    urgency: (one: Urgency) => text(`pairing.urgencyOf.${one}`),
    helper: (one: HelperKind) => text(`pairing.helperOf.${one}`),
    end: (one: PairingEnd) => text(`pairing.endOf.${one}`),
    closed: (one: NonNullable<Need['closedFor']>) => text(`pairing.closedOf.${one}`),
    result: (one: NonNullable<Pairing['lastResult']>) => text(`pairing.resultOf.${one}`),
    why: ({ near, meets, urgent, room }: HelperMatch) => {
      const names = (some: readonly NeedKind[]) => some.map(kind).join(text('pairing.list'))
      const given = { near: text(`pairing.near.${near}`), meets: names(meets), room }
      return urgent.length > 0 ? text('pairing.whyUrgent', { ...given, urgent: names(urgent) }) : text('pairing.why', given)
    },
    refusal: (refusal: PairingRefusal | undefined): string | undefined => {
      if (!refusal) return undefined
      switch (refusal.code) {
        case 'still-paired':
          return text('pairing.refusal.still-paired', { count: refusal.count })
        case 'helper-full':
          return text('pairing.refusal.helper-full', { capacity: refusal.capacity })
        case 'outside-agreement':
          return text('pairing.refusal.outside-agreement', { from: refusal.beganOn, to: refusal.lastOn })
        default:
          return text(`pairing.refusal.${refusal.code}`)
      }
    },
  }
}

type Plain =
  | 'already-open'
  | 'not-living'
  | 'already-closed'
  | 'until-past'
  | 'already-withdrawn'
  | 'helper-not-found'
  | 'other-bureau'
  | 'not-offered'
  | 'not-given'
  | 'need-not-open'
  | 'already-paired'
  | 'bad-days'
  | 'not-agreed'
  | 'began-today'
  | 'already-ended'

export type PairingRefusal =
  | { code: Plain }
  | { code: 'still-paired'; count: number }
  | { code: 'helper-full'; capacity: number }
  | { code: 'outside-agreement'; beganOn: string; lastOn: string }

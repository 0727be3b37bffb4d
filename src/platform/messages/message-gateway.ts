import { type CmppGateway, readGatewayAddress } from './cmpp/gateway-address.ts'

/** Where texts go: into the log, to nobody, or to a gateway of an operator. */
export type MessageGateway = { readonly kind: 'console' } | { readonly kind: 'none' } | ({ readonly kind: 'cmpp' } & CmppGateway)

/**
 * Reads the setting. Left out, it is the log in the demo and nobody otherwise: codes for signing in must not stand in the
 * log of a real installation because a line was forgotten. Undefined where it is none of these.
 */
export function readMessageGateway(setting: string | undefined, { isDemo }: { isDemo: boolean }): MessageGateway | undefined {
  if (setting === undefined) return { kind: isDemo ? 'console' : 'none' }
  if (setting === 'console') return { kind: 'console' }
  const gateway = readGatewayAddress(setting)
  return gateway && { kind: 'cmpp', ...gateway }
}

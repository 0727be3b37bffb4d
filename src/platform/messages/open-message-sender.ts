import { systemClock } from '../clock/clock.ts'
import { cmppSender } from './cmpp/cmpp-sender.ts'
import { consoleSender } from './console-sender.ts'
import type { MessageGateway } from './message-gateway.ts'
import type { MessageSender } from './message-sender.ts'
import { noSender } from './no-sender.ts'

/** Opens the way out for texts that the settings name. Close it after the last text. */
export function openMessageSender(config: { readonly messages: MessageGateway }, log: (line: string) => void): MessageSender {
  switch (config.messages.kind) {
    case 'console':
      return consoleSender(log)
    case 'none':
      return noSender
    case 'cmpp':
      return cmppSender(config.messages, { log, now: systemClock.now })
  }
}

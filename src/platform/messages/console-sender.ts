import { maskPhone } from '../../kernel/mask.ts'
import type { MessageSender } from './message-sender.ts'

/** Nobody is given a number that begins with 100: demo people are. */
const isDemoPhone = (phone: string): boolean => phone.startsWith('100')

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** Shows each text as one line of the log and sends it nowhere. Of a real number only its ends are shown. */
export const consoleSender = (log: (line: string) => void): MessageSender => ({
  isConsole: true,
  send: async ({ phone, text }) => log(`短信 / text message → ${isDemoPhone(phone) ? phone : maskPhone(phone)}  ${onOneLine(text)}`),
  close: async () => undefined,
})

import { MessageNotSent, type MessageSender } from './message-sender.ts'

/** A house without a gateway: says so, so that nobody waits for a text that will never come. */
export const noSender: MessageSender = {
  isConsole: false,
  send: async () => {
    throw new MessageNotSent('not-sent', {
      zh: '这套系统没有接短信网关，短信发不出去。请管理员设置 SMS_GATEWAY。',
      en: 'This installation has no message gateway: texts cannot be sent. The operator sets SMS_GATEWAY.',
    })
  },
  close: async () => undefined,
}

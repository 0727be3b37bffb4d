import { defineMessages } from '../../../ui/text/messages.ts'
import { en } from './messages-en.ts'
import { zhCN } from './messages-zh.ts'

export const networkMessages = defineMessages(zhCN, en)

export type NetworkKey = keyof typeof zhCN

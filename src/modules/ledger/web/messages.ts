import { defineMessages } from '../../../ui/text/messages.ts'
import { en } from './messages-en.ts'
import { zhCN } from './messages-zh.ts'

export const ledgerMessages = defineMessages(zhCN, en)

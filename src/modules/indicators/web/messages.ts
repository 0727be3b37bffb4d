import { defineMessages } from '../../../ui/text/messages.ts'
import { en } from './messages-en.ts'
import { zhCN } from './messages-zh.ts'

export const indicatorsMessages = defineMessages(zhCN, en)

export type IndicatorsKey = keyof typeof zhCN

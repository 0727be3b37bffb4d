import { defineMessages } from '../../../../ui/text/messages.ts'
import { handOverEn } from './messages-hand-over-en.ts'
import { handOverZh } from './messages-hand-over-zh.ts'

export const handOverMessages = defineMessages(handOverZh, handOverEn)

import { defineMessages } from '../../../ui/text/messages.ts'
import { MEMORIAL_EN } from './messages-en.ts'
import { MEMORIAL_ZH } from './messages-zh.ts'

/** Rounds of memorial facilities, and repairs. */
export const memorialMessages = defineMessages(MEMORIAL_ZH, MEMORIAL_EN)

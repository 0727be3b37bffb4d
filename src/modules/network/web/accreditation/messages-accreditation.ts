import { defineMessages } from '../../../../ui/text/messages.ts'
import { accreditationEn } from './messages-accreditation-en.ts'
import { accreditationZh } from './messages-accreditation-zh.ts'

export const accreditationMessages = defineMessages(accreditationZh, accreditationEn)

export type AccreditationKey = keyof typeof accreditationZh

import { defineMessages } from '../../../../ui/text/messages.ts'
import type { Text } from '../../../../ui/text/use-text.ts'
import { balanceWords } from './balance/messages-balance.ts'
import { hallWords } from './hall/messages-hall.ts'
import { handWords } from './hands/messages-hands.ts'
import { inboxWords } from './inbox/messages-inbox.ts'
import { kindWords } from './kinds/messages-kinds.ts'
import { letterWords } from './letter/messages-letter.ts'
import { matterWords } from './matter/messages-matter.ts'
import { seatWords } from './messages-seats.ts'
import { paperWords } from './papers/messages-papers.ts'
import { stepWords } from './step/messages-step.ts'

const words = {
  ...balanceWords,
  ...hallWords,
  ...handWords,
  ...inboxWords,
  ...kindWords,
  ...letterWords,
  ...matterWords,
  ...seatWords,
  ...paperWords,
  ...stepWords,
}

type MatterKey = keyof typeof words
export type MatterText = Text<MatterKey>

const side = (at: 0 | 1) => Object.fromEntries(Object.entries(words).map(([key, pair]) => [key, pair[at]])) as Record<MatterKey, string>

/** Every sentence of the pages of matters at the desk. */
export const matterMessages = defineMessages<MatterKey>(side(0), side(1))

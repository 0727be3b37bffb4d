import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { Code, Words } from './contract-kinds.ts'

export const printLetter = viewContract({
  name: 'matter.letter',
  summary: 'A letter of a matter, in paragraphs, as it is printed or sent',
  input: z.object({ matterId: z.uuid(), letter: Code }),
  output: z.object({
    title: Words,
    /** A table above the paragraphs: cells by turns a label and what it says. */
    rows: z.array(z.array(z.string())),
    paragraphs: z.array(z.string()),
    on: PlainDate,
    unitName: z.string(),
  }),
})

export const writeLetter = actionContract({
  name: 'matter.writeLetter',
  summary: 'A letter of a matter as a Word file (docx, base64) to be edited: in full for whoever may see full data',
  input: z.object({ matterId: z.uuid(), letter: Code }),
  output: z.object({ name: z.string(), content: z.base64() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('no-such-letter') })]),
})

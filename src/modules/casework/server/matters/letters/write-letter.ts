import { ok, refuse } from '../../../../../kernel/result.ts'
import { action } from '../../../../../platform/actions/declare.ts'
import { writeWordFile } from '../../../../../platform/word/index.ts'
import * as contract from '../../../contract.ts'
import { dayInWords } from '../../../domain/matters/letters.ts'
import { findMatter, whereMatterIs } from '../matter-rows.ts'
import { letterOf } from './letter-of.ts'

/**
 * A letter as a Word file to be edited, signed and handed over. It names the person in full to whoever may see full data,
 * and so leaves a leaf that says who took which letter; the bytes are stored nowhere but in the sealed answer.
 */
export const writeLetter = action(contract.writeLetter, {
  grant: 'matter.work',
  where: whereMatterIs,
  refusals: { 'no-such-letter': 404 },
  async run(context, { matterId, letter }) {
    const matter = await findMatter(context, matterId)
    const isFull = context.actor.grants.has('person.unmask')
    const written = matter && (await letterOf(context, matter, { letter, isFull }))
    if (!written) return refuse({ code: 'no-such-letter' })
    const { title, rows, paragraphs, unitName, on } = written
    const bytes = writeWordFile({ title: title.zh, rows, paragraphs, signature: [unitName, dayInWords(on)] })
    context.note({ matter: matterId, letter, full: isFull })
    if (matter.row.person_id !== null) context.subject(matter.row.person_id)
    return ok({ name: `${title.zh}-${context.today}.docx`, content: bytes.toString('base64') })
  },
})

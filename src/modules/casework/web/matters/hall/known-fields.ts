import type { Field } from '../../../contract.ts'
import type { ServedFile } from './served-file.ts'

const shownOf = (file: ServedFile): Readonly<Record<string, string | null | undefined>> => ({
  phone: file.phoneMasked,
  address: file.addressMasked,
  bankCard: file.bankCardMasked,
  householdRegion: file.householdRegion,
})

const unshown = { zh: '不填就用档案里的', en: 'Left empty, what the file says is taken' }
const unknown = { zh: '没有网络，看不到档案里的；不填就用档案里的', en: 'Not carried along; left empty, what the file says is taken' }

/**
 * The questions of a kind as they are asked of somebody: what the file answers need not be typed, and is shown as it is
 * shown everywhere, masked. Left empty the server takes it from the file; typed it stands in this matter only.
 */
export const knownFields = (fields: readonly Field[], file: ServedFile): Field[] =>
  fields.map((field) => {
    const { fromFile } = field
    if (fromFile === 'education' || fromFile === 'employment') return { ...field, required: false, hint: unshown }
    const shown = fromFile === undefined ? null : shownOf(file)[fromFile]
    if (shown === undefined) return { ...field, required: false, hint: unknown }
    if (shown === null || shown === '') return field
    return {
      ...field,
      required: false,
      hint: { zh: `档案里是 ${shown}，不填就用它`, en: `The file says ${shown}; left empty, that is taken` },
    }
  })

import type { PersonFile } from '../../../registry/contract.ts'
import type { Field } from '../../contract.ts'

const shownOf = (file: PersonFile): Readonly<Record<string, string | null>> => ({
  phone: file.phoneMasked,
  address: file.addressMasked,
  bankCard: file.bankCardMasked,
  householdRegion: file.householdRegion,
})

/**
 * The questions of a kind as they are asked of somebody: what the file answers need not be typed, and is shown as it is
 * shown everywhere, masked. Left empty the server takes it from the file; typed it stands in this matter only.
 */
export const knownFields = (fields: readonly Field[], file: PersonFile): Field[] =>
  fields.map((field) => {
    const shown = field.fromFile === undefined ? undefined : shownOf(file)[field.fromFile]
    if (!shown) return field
    return {
      ...field,
      required: false,
      hint: { zh: `档案里是 ${shown}，不填就用它`, en: `The file says ${shown}; left empty, that is taken` },
    }
  })

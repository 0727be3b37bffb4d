import type { PersonFile } from '../../../../registry/contract.ts'
import type { PackedPerson } from '../../../contract.ts'

/** Of somebody's file what a window needs to begin a matter. Undefined: a device does not carry it, and nobody can say. */
export interface ServedFile extends Pick<PersonFile, 'id' | 'unitCode' | 'nameMasked' | 'phoneMasked' | 'addressMasked'> {
  readonly bankCardMasked: string | null | undefined
  readonly householdRegion: string | undefined
}

/** As a device carries it along. */
export const servedOfPack = ({ id, unitCode, nameMasked, phoneMasked, addressMasked }: PackedPerson): ServedFile => ({
  id,
  unitCode,
  nameMasked,
  phoneMasked,
  addressMasked,
  bankCardMasked: undefined,
  householdRegion: undefined,
})

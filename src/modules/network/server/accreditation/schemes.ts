import file from '../../../../../data/network/schemes.json' with { type: 'json' }
import { Bands, Schemes } from '../../contract-schemes.ts'
import type { Scheme } from '../../domain/accreditation/scheme.ts'

/** The schemes of accreditation that are shipped. */
export const SCHEMES: readonly Scheme[] = Schemes.parse(file.schemes)

/** The bands of clients by which village stations come in waves. */
export const BANDS = Bands.parse(file.bands)

export const schemeOf = (code: string): Scheme | undefined => SCHEMES.find((scheme) => scheme.code === code)

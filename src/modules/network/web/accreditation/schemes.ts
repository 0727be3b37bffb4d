import file from '../../../../../data/network/schemes.json' with { type: 'json' }
import { Schemes } from '../../contract-schemes.ts'
import type { Scheme } from '../../domain/accreditation/scheme.ts'

/** The schemes of accreditation that are shipped, as the pages name them. */
export const SCHEMES: readonly Scheme[] = Schemes.parse(file.schemes)

export const schemeOf = (code: string): Scheme | undefined => SCHEMES.find((scheme) => scheme.code === code)

import type { RegionCode } from '../../../../../kernel/region-code.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { texts, useLanguage } from '../../../../../ui/text/language.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import * as network from '../../../../network/contract.ts'
import type { Claim } from '../../../contract.ts'
import { claimMessages } from './messages-claims.ts'

type Version = Claim['fields'][number]

/** The registry's list of codes for a field, where its values are codes. */
const LISTS: Readonly<Record<string, string>> = {
  politicalStatus: 'political',
  maritalStatus: 'marital',
  education: 'education',
  employment: 'employment',
  living: 'living',
  sex: 'sex',
}
const REGIONS: readonly string[] = ['householdRegion', 'residenceRegion']

/** The places that the versions name, once each: what a page asks names for. */
export const regionsIn = (claims: readonly Claim[]): RegionCode[] => [
  ...new Set(
    claims
      .flatMap(({ fields }) => fields)
      .filter(({ field }) => REGIONS.includes(field))
      .flatMap(({ device, now }) => [device, now ?? ''])
      .filter((code) => /^[0-9]{12}$/.test(code)) as RegionCode[],
  ),
]

/**
 * Fields and their values as people say them: the registry's own words, which are loaded before this page (see ../index.tsx),
 * and the names of places. Numbers and addresses come masked.
 */
export function useClaimWords(claims: readonly Claim[]) {
  const lng = useLanguage()
  const text = useText(claimMessages)
  const codes = regionsIn(claims)
  const { data } = useView(network.names, { codes }, { enabled: codes.length > 0 })
  const names = new Map(data?.rows.map(({ code, name, parentName }) => [String(code), `${parentName ?? ''}${name}`]))
  const said = (key: string): string | undefined => {
    const sentence = texts.t(key, { lng })
    return sentence === key ? undefined : sentence
  }
  const inWords = (field: string, value: string): string => {
    if (value === '') return text('casework.claims.empty')
    if (value === 'true' || value === 'false') return text(`casework.claims.${value}`)
    if (REGIONS.includes(field)) return names.get(value) ?? (data ? text('casework.claims.unknownPlace') : value)
    const list = LISTS[field]
    return (list && said(`registry.${list}.${value}`)) ?? value
  }
  return {
    name: ({ field }: Version): string => said(`registry.field.${field}`) ?? text('casework.claims.otherField'),
    device: ({ field, device }: Version): string => inWords(field, device),
    now: ({ field, now }: Version): string => inWords(field, now ?? ''),
  }
}

export type ClaimWords = ReturnType<typeof useClaimWords>

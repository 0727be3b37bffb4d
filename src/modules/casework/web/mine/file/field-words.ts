import { texts, useLanguage } from '../../../../../ui/text/language.ts'
import type { MyFile } from '../../../contract.ts'

type Line = MyFile['sections'][number]['lines'][number]

/** The registry's own words for its fields and codes: they are loaded before this page (see ../../index.tsx). */
export function useFieldWords() {
  const lng = useLanguage()
  const said = (key: string): string | undefined => {
    const sentence = texts.t(key, { lng })
    return sentence === key ? undefined : sentence
  }
  return {
    name: ({ field }: Line): string =>
      field.startsWith('kin.')
        ? (said(`registry.kin.${field.slice(4)}`) ?? said('registry.field.kin') ?? field)
        : (said(`registry.field.${field}`) ?? field),
    value: ({ value, list }: Line): string | null =>
      value === null || list === null ? value : (said(`registry.${list}.${value}`) ?? value),
  }
}

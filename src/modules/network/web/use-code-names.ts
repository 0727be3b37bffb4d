import { useMemo } from 'react'
import { useView } from '../../../ui/api/use-view.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import * as contract from '../contract.ts'

/** The words of a duty or an amenity; the code itself until they are known. */
export type CodeNames = (list: 'duty' | 'amenity', code: string) => string

export function useCodeNames(): CodeNames {
  const language = useLanguage()
  const { data } = useView(contract.codes, {}, { staleTime: 3_600_000 })
  return useMemo(() => {
    const words = new Map((data?.rows ?? []).map((row) => [`${row.list}.${row.code}`, language === 'en' ? row.nameEn : row.nameZh]))
    return (list, code) => words.get(`${list}.${code}`) ?? code
  }, [data, language])
}

/** The codes of one list with their words, in the order of the list. */
export function useCodeOptions(list: 'duty' | 'amenity'): { value: string; label: string }[] {
  const language = useLanguage()
  const { data } = useView(contract.codes, {}, { staleTime: 3_600_000 })
  return (data?.rows ?? [])
    .filter((row) => row.list === list)
    .map((row) => ({ value: row.code, label: language === 'en' ? row.nameEn : row.nameZh }))
}

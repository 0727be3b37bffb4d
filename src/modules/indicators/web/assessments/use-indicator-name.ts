import { useView } from '../../../../ui/api/use-view.ts'
import { useLanguage } from '../../../../ui/text/language.ts'
import * as contract from '../../contract.ts'

/** What an indicator is called, in the language of the page; its code until the list has come. */
export function useIndicatorName(): (code: string) => string {
  const language = useLanguage()
  const { data } = useView(contract.list, {}, { staleTime: 600_000 })
  return (code) => {
    const found = data?.rows.find((one) => one.code === code)
    return (language === 'en' ? found?.en : found?.zh) ?? code
  }
}

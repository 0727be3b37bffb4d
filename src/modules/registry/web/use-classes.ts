import { useView } from '../../../ui/api/use-view.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import { type EntitlementClass, listCodes } from '../contract.ts'

const none: EntitlementClass[] = []

/** The entitlement classes, and their names in the reader's language; an unknown code is its own name, and one that is not here yet shows no code. */
export function useClasses() {
  const language = useLanguage()
  const { data, isPending } = useView(listCodes, {}, { staleTime: 3_600_000 })
  const classes = data?.classes ?? none
  const find = (code: string) => classes.find((one) => one.code === code)
  const nameOf = (code: string) => find(code)?.[language === 'en' ? 'en' : 'zh'] ?? (isPending ? '…' : code)
  return { classes, find, nameOf }
}

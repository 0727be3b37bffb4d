import { useText } from '../../../ui/text/use-text.ts'
import { codeMessages } from './messages-codes.ts'

/** What a code of a candidate is called; a code without words is shown as it is. */
export function useCodeWord(): (code: string) => string {
  const text = useText(codeMessages)
  return (code) => {
    const key = `placement.code.${code}`
    return codeMessages.keys.some((known) => known === key) ? text(key as 'placement.code.party.member') : code
  }
}

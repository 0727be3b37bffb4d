import { type KeyboardEvent, useCallback } from 'react'
import { isTyping } from '../state/use-hotkey.ts'

/** For a form: a digit pressed outside its text fields is given to `act` (1 is the first). Put the result on `onKeyDown`. */
export function useDigitKeys(act: (digit: number) => void): (event: KeyboardEvent) => void {
  return useCallback(
    (event: KeyboardEvent) => {
      if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
      const isText = isTyping(event.target) && !(event.target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(event.target.type))
      if (isText) return
      event.preventDefault()
      act(Number(event.key))
    },
    [act],
  )
}

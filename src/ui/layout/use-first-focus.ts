import { useCallback } from 'react'

const firstField = (form: HTMLElement) => form.querySelector<HTMLElement>('input, textarea, select')
const firstButton = (form: HTMLElement) => form.querySelector<HTMLElement>('button, [tabindex="0"]')

/**
 * Gives the focus to the first field the moment the form stands, so that no key pressed after the opening one is lost, and
 * back to where it was when the form goes. A button is only a last resort: a field is filled in, a button does something.
 * Where what is asked has yet to be loaded, the form itself waits with the focus, and gives it to the first field that comes.
 */
export function useFirstFocus() {
  return useCallback((form: HTMLFormElement | null) => {
    if (!form) return
    const before = document.activeElement
    const first = firstField(form) ?? firstButton(form)
    ;(first ?? form).focus({ preventScroll: true })
    const stopWaiting = first ? undefined : focusOnArrival(form)
    return () => {
      stopWaiting?.()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
}

/** Whoever has gone elsewhere meanwhile is left there. */
function focusOnArrival(form: HTMLFormElement): () => void {
  const watch = new MutationObserver(() => {
    const field = firstField(form)
    if (!field) return
    watch.disconnect()
    if (document.activeElement === form) field.focus({ preventScroll: true })
  })
  watch.observe(form, { childList: true, subtree: true })
  return () => watch.disconnect()
}

import { useEffect, useRef } from 'react'

/** Does the key belong to something one types into? Then a bare letter is text and no command. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/**
 * Calls `act` for a bare key (`n`, `/`) pressed outside fields and dialogs. Held modifiers belong to the browser.
 * Keys of an input method (isComposing) are left alone.
 */
export function useHotkey(key: string, act: () => void, enabled = true): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('dialog[open], [aria-modal="true"]')) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [key, enabled])
}

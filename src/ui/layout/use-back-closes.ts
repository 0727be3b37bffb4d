import { useEffect, useId, useRef } from 'react'

const markOf = (state: unknown): unknown => (state as { drawer?: string } | null)?.drawer

/**
 * What covers the whole page is left by the way back, as a page is: the browser's back, the phone's own button. While it is on,
 * an entry of its own lies on the history, the same page to the router; going back calls `onBack` and stays where it was.
 */
export function useBackCloses(isOn: boolean, onBack: () => void): void {
  const id = useId()
  const latest = useRef(onBack)
  latest.current = onBack
  useEffect(() => {
    if (!isOn) return
    const here = window.location.href
    const lay = () => window.history.pushState({ ...(window.history.state as object | null), drawer: id }, '')
    const popped = () => {
      // To its own entry one comes back from what lay above it; to another address the page itself went.
      if (markOf(window.history.state) === id || window.location.href !== here) return
      lay()
      latest.current()
    }
    lay()
    window.addEventListener('popstate', popped)
    return () => {
      window.removeEventListener('popstate', popped)
      if (markOf(window.history.state) === id) window.history.back()
    }
  }, [isOn, id])
}

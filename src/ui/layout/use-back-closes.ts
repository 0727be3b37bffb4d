import { useEffect, useRef } from 'react'

/** What covers the page, the last on top: each is told when somebody goes back. */
const covers: { readonly current: () => void }[] = []
const place = { href: '', isLeaving: false, isHeard: false }

const isLaid = () => (window.history.state as { isCover?: boolean } | null)?.isCover === true

/** One entry lies on the history for all that covers the page, the same page to the router. */
function lay(): void {
  place.href = window.location.href
  if (isLaid()) return
  window.history.pushState({ ...(window.history.state as object | null), isCover: true }, '')
}

function popped(): void {
  const wasLeaving = place.isLeaving
  place.isLeaving = false
  const top = covers.at(-1)
  // To another address the page itself went.
  if (!top || isLaid() || window.location.href !== place.href) return
  lay()
  if (!wasLeaving) top.current()
}

/** A cover that follows at once, as a form follows the choice of its kind, takes the entry over. */
function takeUp(): void {
  if (covers.length > 0 || place.isLeaving || !isLaid()) return
  place.isLeaving = true
  window.history.back()
}

/**
 * What covers the whole page is left by the way back, as a page is: the browser's back, the phone's own button. While it is
 * on, going back calls `onBack` and stays where it was.
 */
export function useBackCloses(isOn: boolean, onBack: () => void): void {
  const latest = useRef(onBack)
  latest.current = onBack
  useEffect(() => {
    if (!isOn) return
    if (!place.isHeard) window.addEventListener('popstate', popped)
    place.isHeard = true
    covers.push(latest)
    if (!place.isLeaving) lay()
    return () => {
      covers.splice(covers.indexOf(latest), 1)
      setTimeout(takeUp)
    }
  }, [isOn])
}

import { useCallback, useEffect, useState } from 'react'

export interface Uncovered<T> {
  /** What may be shown now; `undefined` when covered. */
  shown: T | undefined
  minutesLeft: number
  uncover: (full: T) => void
  cover: () => void
}

/** Keeps unmasked values for a while, then forgets them: also when the page sleeps and wakes up later. */
export function useUncovered<T>(minutes = 10): Uncovered<T> {
  const [full, setFull] = useState<{ value: T; until: number }>()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!full) return
    const look = () => {
      setNow(Date.now())
      if (Date.now() >= full.until) setFull(undefined)
    }
    const timer = setInterval(look, 5_000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [full])
  const uncover = useCallback(
    (value: T) => {
      setNow(Date.now())
      setFull({ value, until: Date.now() + minutes * 60_000 })
    },
    [minutes],
  )
  const cover = useCallback(() => setFull(undefined), [])
  const isOpen = full !== undefined && full.until > now
  return {
    shown: isOpen ? full.value : undefined,
    minutesLeft: isOpen ? Math.max(1, Math.ceil((full.until - now) / 60_000)) : 0,
    uncover,
    cover,
  }
}

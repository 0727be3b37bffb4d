import { useEffect, useRef } from 'react'
import { concerns, listen } from './live.ts'

/** A burst of records asks for one refetch. */
const gatherMilliseconds = 250

/** Calls `refetch` soon after facts of these kinds have arrived anywhere in the reader's range. Without a live line nothing happens. */
export function useLive(kinds: readonly string[], refetch: () => void): void {
  const latest = useRef(refetch)
  latest.current = refetch
  const wanted = kinds.join(' ')
  useEffect(() => {
    if (wanted === '') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = listen((facts) => {
      if (!concerns(facts, wanted.split(' ')) || timer !== undefined) return
      timer = setTimeout(() => {
        timer = undefined
        latest.current()
      }, gatherMilliseconds)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [wanted])
}

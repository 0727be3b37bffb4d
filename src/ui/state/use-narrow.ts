import { useSyncExternalStore } from 'react'

/** Below this the desk is a phone: the rail lies at the foot, panels stack, tables become cards. */
const query = '(max-width: 767px)'

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

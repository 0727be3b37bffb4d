import { useSyncExternalStore } from 'react'
import { useConnection } from '../api/connection.ts'
import { useStore } from '../state/store.ts'
import { type FieldState, field } from './field-desk.ts'

export const useField = (): FieldState => useStore(field)

const watch = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** What the browser says of the network. That it says yes does not mean that the server answers. */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)

/** Whether the server can be reached, by what the browser says and by whether it answered last. */
export function useReachable(): boolean {
  const isOnline = useOnline()
  const { lost } = useConnection()
  return isOnline && !lost
}

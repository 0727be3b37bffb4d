import { useSyncExternalStore } from 'react'
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

/** What this browser remembers. Private windows may forbid it: then nothing is remembered and nothing breaks. */
export function kept(storage: 'local' | 'session', key: string): string | undefined {
  try {
    return place(storage).getItem(`guidui.${key}`) ?? undefined
  } catch {
    return undefined
  }
}

export function keep(storage: 'local' | 'session', key: string, value: string | undefined): void {
  try {
    if (value === undefined) place(storage).removeItem(`guidui.${key}`)
    else place(storage).setItem(`guidui.${key}`, value)
  } catch {
    // Nothing to do: remembering is a comfort, never a promise.
  }
}

const place = (storage: 'local' | 'session') => (storage === 'local' ? window.localStorage : window.sessionStorage)

import { dark, light } from '../theme/palette.ts'
import { cssVariables, fonts } from '../theme/type-scale.ts'
import { keep, kept } from './kept.ts'
import { createStore, useStore } from './store.ts'

export type Mode = 'light' | 'dark'

export interface Look {
  mode: Mode
  /** Everything a quarter larger. */
  large: boolean
}

const store = createStore<Look>({ mode: firstMode(), large: kept('local', 'large') === 'yes' })

function firstMode(): Mode {
  const chosen = kept('local', 'mode')
  if (chosen === 'light' || chosen === 'dark') return chosen
  return typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const useLook = (): Look => useStore(store)

export function setLook(change: Partial<Look>): void {
  const next = { ...store.get(), ...change }
  keep('local', 'mode', next.mode)
  keep('local', 'large', next.large ? 'yes' : undefined)
  store.set(next)
  applyLook()
}

/** Writes the palette, the fonts and the size on the root element; call once before the first paint. */
export function applyLook(): void {
  const { mode, large } = store.get()
  const root = document.documentElement
  root.dataset['mode'] = mode
  root.style.setProperty('--zoom', large ? '1.25' : '1')
  if (large) root.dataset['large'] = 'yes'
  else delete root.dataset['large']
  for (const [name, value] of Object.entries(cssVariables(mode === 'dark' ? dark : light))) root.style.setProperty(name, value)
  for (const [name, value] of Object.entries(fonts)) root.style.setProperty(`--font-${name}`, value)
}

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

/** The mode to come back to when the paper has gone; undefined while nothing is printed. */
let onScreen: Mode | undefined

/** Paper is white, whatever the screen is: a browser leaves dark grounds out, and pale letters would stand on nothing. */
function lookOnPaper(isPaper: boolean): void {
  if (isPaper === (onScreen !== undefined)) return
  const { mode, large } = store.get()
  const next = isPaper ? 'light' : (onScreen ?? mode)
  onScreen = isPaper ? mode : undefined
  store.set({ mode: next, large })
  applyLook()
}

/** From now on what is printed is light. Call once; of the two signs some browsers give only one. */
export function watchPaper(): void {
  window.addEventListener('beforeprint', () => lookOnPaper(true))
  window.addEventListener('afterprint', () => lookOnPaper(false))
  matchMedia('print').addEventListener('change', ({ matches }) => lookOnPaper(matches))
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

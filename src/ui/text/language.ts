import { zhCN } from '../messages/zh-CN.ts'
import { keep, kept } from '../state/kept.ts'
import { createStore, useStore } from '../state/store.ts'
import { type Language, makeTexts, type Texts } from './texts.ts'

export type { Language }

/** A text that is needed before any message file is loaded, such as the name of a room on the rail. */
export type Words = Record<Language, string>

const first: Language = kept('local', 'language') === 'en' ? 'en' : 'zh-CN'
const store = createStore<Language>(first)

/** All sentences that this page knows: those of the kit, and of each module whose pages have been opened. */
export const texts: Texts = makeTexts()
texts.add('zh-CN', zhCN)

/** English is loaded when somebody reads it. */
const loadEnglish = async () => texts.add('en', (await import('../messages/en.ts')).en)

/** Resolves once the first language can be shown; wait for it before the first paint. */
export const ready: Promise<unknown> = first === 'en' ? loadEnglish() : Promise.resolve()

export const useLanguage = (): Language => useStore(store)

/** The language at this moment, for what is not a component. */
export const language = (): Language => store.get()

export function setLanguage(next: Language): void {
  keep('local', 'language', next)
  document.documentElement.lang = next
  const loaded = next === 'en' ? loadEnglish() : Promise.resolve()
  void loaded.then(() => store.set(next))
}

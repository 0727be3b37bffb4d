import i18next, { type i18n } from 'i18next'
import { zhCN } from '../messages/zh-CN.ts'
import { keep, kept } from '../state/kept.ts'
import { createStore, useStore } from '../state/store.ts'

export type Language = 'zh-CN' | 'en'

/** A text that is needed before any message file is loaded, such as the name of a room on the rail. */
export type Words = Record<Language, string>

const first: Language = kept('local', 'language') === 'en' ? 'en' : 'zh-CN'
const store = createStore<Language>(first)

/** Keys are flat: dots and colons in them mean nothing. Escaping is React's work. */
export const texts: i18n = i18next.createInstance({
  lng: first,
  fallbackLng: 'zh-CN',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
  resources: { 'zh-CN': { translation: zhCN } },
})
void texts.init()

/** English is loaded when somebody reads it. */
const loadEnglish = async () => texts.addResourceBundle('en', 'translation', (await import('../messages/en.ts')).en)

/** Resolves once the first language can be shown; wait for it before the first paint. */
export const ready: Promise<unknown> = first === 'en' ? loadEnglish() : Promise.resolve()

export const useLanguage = (): Language => useStore(store)

/** The language at this moment, for what is not a component. */
export const language = (): Language => store.get()

export function setLanguage(next: Language): void {
  keep('local', 'language', next)
  document.documentElement.lang = next
  const loaded = next === 'en' ? loadEnglish() : Promise.resolve()
  void loaded.then(() => texts.changeLanguage(next)).then(() => store.set(next))
}

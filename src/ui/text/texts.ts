export type Language = 'zh-CN' | 'en'

export type Sentences = Readonly<Record<string, string>>

export interface Texts {
  /** Adds sentences of a language to those that are there; a key that came before is replaced. */
  add(language: Language, sentences: Sentences): void
  /**
   * The sentence of a key in `lng`, in Chinese where that language lacks it, the key itself where both do. `{{name}}` is filled
   * from the values. English has its singular beside the sentence, `casework.count_one`, for a `count` of one.
   */
  t(key: string, values: Readonly<Record<string, string | number>> & { readonly lng: Language }): string
}

const isSingular = (language: Language, count: unknown): boolean => language === 'en' && count === 1

/** Sentences by language and key. What a value holds is never read again as a sentence. */
export function makeTexts(): Texts {
  const kept: Record<Language, Map<string, string>> = { 'zh-CN': new Map(), en: new Map() }
  const find = (key: string, { lng, count }: { readonly lng: Language; readonly count?: unknown }) =>
    (isSingular(lng, count) ? kept[lng].get(`${key}_one`) : undefined) ?? kept[lng].get(key) ?? kept['zh-CN'].get(key) ?? key
  return {
    add: (language, sentences) => {
      for (const [key, sentence] of Object.entries(sentences)) kept[language].set(key, sentence)
    },
    t: (key, values) => find(key, values).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')),
  }
}

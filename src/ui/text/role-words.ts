import type { SessionAccount } from '../api/session.ts'
import type { Language } from './texts.ts'

/** What somebody may act as, in one line and in the reader's language. */
export function roleWords(names: SessionAccount['roleNames'], language: Language): string {
  return language === 'en' ? names.map(({ en }) => en).join(', ') : names.map(({ zh }) => zh).join('、')
}

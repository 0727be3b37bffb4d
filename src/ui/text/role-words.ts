import type { SessionAccount } from '../api/session.ts'
import type { Language } from './texts.ts'

/** What somebody may act as, in one line and in the reader's language; in Chinese where the English names did not come along. */
export function roleWords({ roleNames, roleNamesEn }: Pick<SessionAccount, 'roleNames' | 'roleNamesEn'>, language: Language): string {
  return language === 'en' && roleNamesEn ? roleNamesEn.join(', ') : roleNames.join('、')
}

import type { DemoAccount, SessionAccount } from '../api/session.ts'
import type { Language } from './texts.ts'

/** What somebody may act as, in one line and in the reader's language; in Chinese where the English names did not come along. */
export function roleWords({ roleNames, roleNamesEn }: Pick<SessionAccount, 'roleNames' | 'roleNamesEn'>, language: Language): string {
  return language === 'en' && roleNamesEn ? roleNamesEn.join(', ') : roleNames.join('、')
}

/** The role of a demo account and what it does, in the reader's language: 服务站专干：登记、走访 is 服务站专干, and 登记、走访. */
export function demoRoleWords(
  { roleName, roleNameEn }: Pick<DemoAccount, 'roleName' | 'roleNameEn'>,
  language: Language,
): { role: string; doing: string } {
  const [role = '', doing = ''] = language === 'en' && roleNameEn ? roleNameEn.split(': ') : roleName.split('：')
  return { role, doing }
}

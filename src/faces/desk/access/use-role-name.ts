import { ROLES, type Role } from '../../../platform/access/roles.ts'
import { useLanguage } from '../../../ui/text/language.ts'

/** What a role is called in the reader's language. */
export function useRoleName(): (role: Role) => string {
  const language = useLanguage()
  return (role) => (language === 'en' ? ROLES[role].en : ROLES[role].zh)
}

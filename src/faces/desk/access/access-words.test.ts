import { expect, test } from 'vitest'
import { actions } from '../../../catalogue.ts'
import { ROLES } from '../../../platform/access/roles.ts'
import { texts } from '../../../ui/text/language.ts'
import { detailWords } from './detail-words.ts'
import { journalFilter } from './journal-filter.ts'
import { makePassword, PASSWORD_CHANCE } from './make-password.ts'
import { type AccessText, actionInWords } from './messages.ts'
import { accountRefusal, ownRefusal } from './refusal-sentence.ts'
import { secretGroups } from './secret-groups.ts'
import { verdictWords } from './verdict-words.ts'

const zh: AccessText = (key, values) => texts.t(key, { ...values, lng: 'zh-CN' })
const en: AccessText = (key, values) => texts.t(key, { ...values, lng: 'en' })

test('everything that Guidui can do has a name in the journal, in both languages', () => {
  const names = actions.map(({ contract }) => contract.name)

  expect(names.filter((name) => actionInWords(zh, name) === name)).toEqual([])
  expect(names.filter((name) => actionInWords(en, name) === name)).toEqual([])
})

test('an action nobody has named yet is shown by its code', () => {
  expect(actionInWords(zh, 'honour.award')).toBe('honour.award')
})

test('a refusal says what stands against it', () => {
  const roleName = (role: keyof typeof ROLES) => ROLES[role].zh

  expect(accountRefusal({ code: 'roles-apart', against: 'auditAdministrator' }, zh, roleName)).toContain('已有“审计管理员”')
  expect(accountRefusal({ code: 'password-weak', why: 'too-short', minimumLength: 10 }, zh, roleName)).toBe('密码不行：至少 10 位。')
  expect(ownRefusal({ code: 'too-many-tries', waitSeconds: 40 }, zh)).toContain('40 秒')
})

test('the address asks only for what the contract takes', () => {
  const asked = new URLSearchParams('from=2026-06-09&to=yesterday&action=visit.record&account=me&subject=')

  expect(journalFilter(asked)).toEqual({ from: '2026-06-09', actionName: 'visit.record' })
})

test('the detail of a leaf is one line, ids shortened', () => {
  const detail = { people: 2, file: '0197f3a0-1111-7abc-8def-00000000abcd', role: 'countyOfficer', isOtherName: false, lot: 'a7' }

  expect(detailWords(detail, zh, (role) => ROLES[role].zh)).toBe('人数 2 · 文件 0000abcd · 角色 区县业务岗 · 他人户名 否 · lot a7')
})

test('the verdict says how much was walked, and a broken leaf by its number', () => {
  const seen = { bureauCode: '500112', head: 'ab'.repeat(32) } as Parameters<typeof verdictWords>[0]

  expect(verdictWords({ ...seen, from: '1', walked: 1200 }, zh)).toContain('从第 1 页起 1,200 页')
  expect(verdictWords({ ...seen, from: '5001', walked: 200_000 }, zh)).toContain('最近的 200,000 页（从第 5,001 页起）')
  expect(verdictWords({ ...seen, from: '1', walked: 6, broken: { seq: '7', why: 'hash' } }, zh)).toContain(
    '第 7 页对不上：内容在事后被改过。',
  )
})

test('a made password has capitals, small letters, digits and signs, whatever chance brings', () => {
  const lowest = makePassword(new Uint32Array(PASSWORD_CHANCE))
  const highest = makePassword(new Uint32Array(PASSWORD_CHANCE).fill(4_294_967_295))

  for (const password of [lowest, highest]) expect(password).toMatch(/^([A-Z][a-z][2-9][a-z]-){3}[A-Z][a-z][2-9][a-z]$/)
})

test('a secret is copied in groups of four', () => {
  expect(secretGroups('JBSWY3DPEHPK3PXPA')).toBe('JBSW Y3DP EHPK 3PXP A')
})

import type { UnitCode } from '../src/kernel/region-code.ts'
import { type DemoAccount, installAccount } from '../src/platform/access/index.ts'
import type { Tx } from '../src/platform/database/tx.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'

type Account = Parameters<typeof installAccount>[2]

interface DemoOfficer {
  readonly login: string
  readonly name: string
  readonly unitCode: UnitCode
  readonly role: Account['roles'][number]
  /** The role in words, with what one sees. */
  readonly roleName: string
  readonly roleNameEn: string
  readonly placeName: string
}

/** Shown on the sign-in page of the demo, and good for nothing else: long, of four kinds, and nobody's name. */
export const DEMO_PASSWORD = 'Yanshi-Zhanghao-2026!'

const at = (code: string): UnitCode => code as UnitCode

/** One account a role at a sensible place; the last two are strangers from the next county. */
export const DEMO_OFFICERS: readonly DemoOfficer[] = [
  {
    login: 'chen.xiaoqin',
    name: '陈晓琴',
    unitCode: at('500112017005'),
    role: 'stationWorker',
    roleName: '服务站专干：登记、走访',
    roleNameEn: 'Station worker: records, visits',
    placeName: '渝北区双凤桥街道凤鸣路社区',
  },
  {
    login: 'peng.xuemei',
    name: '彭雪梅',
    unitCode: at('500112017000'),
    role: 'townshipHead',
    roleName: '街道站长：管各社区站',
    roleNameEn: 'Township head: the stations of the villages',
    placeName: '渝北区双凤桥街道',
  },
  {
    login: 'jiang.wenbo',
    name: '蒋文博',
    unitCode: at('500112000000'),
    role: 'countyOfficer',
    roleName: '区县业务岗：全区档案和走访',
    roleNameEn: 'County officer: files and visits of the county',
    placeName: '渝北区',
  },
  {
    login: 'xiao.limin',
    name: '肖立民',
    unitCode: at('500112000000'),
    role: 'countyApprover',
    roleName: '区县审批岗：批导出',
    roleNameEn: 'County approver: exports, payments',
    placeName: '渝北区',
  },
  {
    login: 'tao.jin',
    name: '陶瑾',
    unitCode: at('500112000000'),
    role: 'countyCashier',
    roleName: '区县出纳：银行文件、付款、回单',
    roleNameEn: 'County cashier: bank files, payments, returns',
    placeName: '渝北区',
  },
  {
    login: 'huang.ying',
    name: '黄颖',
    unitCode: at('500000000000'),
    role: 'cityOfficer',
    roleName: '市级业务岗：全市指标',
    roleNameEn: 'City officer: figures of the city',
    placeName: '重庆市',
  },
  {
    login: 'tang.guohua',
    name: '唐国华',
    unitCode: at('500000000000'),
    role: 'provinceOfficer',
    roleName: '省级业务岗：全网一页看',
    roleNameEn: 'Province officer: the whole network on one page',
    placeName: '重庆市',
  },
  {
    login: 'qiu.zhen',
    name: '邱真',
    unitCode: at('500112000000'),
    role: 'supervisor',
    roleName: '监督员：只读',
    roleNameEn: 'Supervisor: reads only',
    placeName: '渝北区',
  },
  {
    login: 'ji.ming',
    name: '纪明',
    unitCode: at('500112000000'),
    role: 'roundSupervisor',
    roleName: '选岗监督员：到场、撤回',
    roleNameEn: 'Round supervisor: attends, takes back',
    placeName: '渝北区',
  },
  {
    login: 'qian.li',
    name: '钱立',
    unitCode: at('500112000000'),
    role: 'dutyLawyer',
    roleName: '值班律师：法律咨询',
    roleNameEn: 'Duty lawyer: legal advice',
    placeName: '渝北区',
  },
  {
    login: 'fang.jing',
    name: '方静',
    unitCode: at('500112000000'),
    role: 'counsellor',
    roleName: '心理咨询员：心理热线',
    roleNameEn: 'Counsellor: the help line',
    placeName: '渝北区',
  },
  {
    login: 'lu.min',
    name: '陆敏',
    unitCode: at('500112000000'),
    role: 'lineSupervisor',
    roleName: '心理热线督导员',
    roleNameEn: 'Supervisor of the help line',
    placeName: '渝北区',
  },
  {
    login: 'luo.xitong',
    name: '罗恒',
    unitCode: at('500112000000'),
    role: 'systemAdministrator',
    roleName: '系统管理员：开账号',
    roleNameEn: 'System administrator: opens accounts',
    placeName: '渝北区',
  },
  {
    login: 'deng.anquan',
    name: '邓岚',
    unitCode: at('500112000000'),
    role: 'securityAdministrator',
    roleName: '安全管理员：授角色',
    roleNameEn: 'Security administrator: gives roles',
    placeName: '渝北区',
  },
  {
    login: 'fan.shenji',
    name: '范敏',
    unitCode: at('500112000000'),
    role: 'auditAdministrator',
    roleName: '审计管理员：查日志',
    roleNameEn: 'Audit administrator: reads the journal',
    placeName: '渝北区',
  },
  {
    login: 'he.jing',
    name: '何静',
    unitCode: at('500105001001'),
    role: 'stationWorker',
    roleName: '服务站专干：邻区，看不到渝北',
    roleNameEn: 'Station worker: the next county, sees nothing of Yubei',
    placeName: '江北区华新街街道桥北社区',
  },
  {
    login: 'zhou.yang',
    name: '周扬',
    unitCode: at('500105000000'),
    role: 'countyOfficer',
    roleName: '区县业务岗：邻区，看不到渝北',
    roleNameEn: 'County officer: the next county, sees nothing of Yubei',
    placeName: '江北区',
  },
]

/** Twenty bytes in base32, each officer their own; the sign-in page fills in the code. */
function totpSecretOf(secrets: Secrets, login: string): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return [...secrets.derive(`demo.totp.${login}`)].map((byte) => signs.charAt(byte % 32)).join('')
}

/**
 * Opens the demo accounts whose places have been loaded; officers' second factor is already confirmed. Gives the station
 * worker of each unit, who signs what was recorded there.
 */
export async function installDemoAccounts(
  tx: Tx,
  { secrets, units, now }: { secrets: Secrets; units: ReadonlySet<string>; now: Date },
): Promise<ReadonlyMap<string, string>> {
  const signers = new Map<string, string>()
  for (const { login, name, unitCode, role } of DEMO_OFFICERS.filter((officer) => units.has(officer.unitCode))) {
    const isAtStation = role === 'stationWorker' || role === 'townshipHead'
    const factor = isAtStation ? {} : { totpSecret: totpSecretOf(secrets, login) }
    const account = { login, name, unitCode, password: DEMO_PASSWORD, mustChangePassword: false, now, roles: [role], ...factor }
    const accountId = await installAccount(tx, secrets, account)
    if (accountId && isAtStation) signers.set(unitCode, accountId)
  }
  return signers
}

export const demoAccountOf = ({ login, name, roleName, roleNameEn, placeName }: DemoOfficer): DemoAccount => ({
  login,
  password: DEMO_PASSWORD,
  name,
  roleName,
  roleNameEn,
  placeName,
})

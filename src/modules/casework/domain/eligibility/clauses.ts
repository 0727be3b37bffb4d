import type { PlainDate } from '../../../../kernel/plain-date.ts'

/** A clause of law on which an answer rests, with the days on which it is in force. */
export interface Clause {
  readonly code: string
  readonly law: string
  readonly article: string
  /** What it says, in short. */
  readonly says: string
  readonly validFrom: PlainDate
  readonly validTo?: PlainDate
  /** Nobody has shown its number in the text of the law: no rule may rest on it until somebody has. */
  readonly isUnverified?: true
}

const day = (text: string): PlainDate => text as PlainDate

const PENSIONS = '《军人抚恤优待条例》'
const PROTECTION = '《退役军人保障法》'
const PLACEMENT = '《退役军人安置条例》'
const MARTYRS = '《烈士褒扬条例》'

/** 军人抚恤优待条例 as revised in 2024. */
const pensions = (code: string, article: string, says: string): Clause => ({
  code,
  law: PENSIONS,
  article,
  says,
  validFrom: day('2024-10-01'),
})
const protection = (code: string, article: string, says: string): Clause => ({
  code,
  law: PROTECTION,
  article,
  says,
  validFrom: day('2021-01-01'),
})
const placement = (code: string, article: string, says: string): Clause => ({
  code,
  law: PLACEMENT,
  article,
  says,
  validFrom: day('2024-09-01'),
})

export const CLAUSES: readonly Clause[] = [
  pensions('fuxu2', '第二条', '抚恤优待对象的范围'),
  pensions('fuxu19', '第十九条', '烈士、因公牺牲、病故军人遗属的定期抚恤金'),
  pensions('fuxu25', '第二十五条', '因战、因公一至十级，因病一至六级享受抚恤'),
  pensions('fuxu27', '第二十七条', '残疾抚恤金自批准当月发给'),
  pensions('fuxu34', '第三十四条', '护理费：因战、因公一至四级，因病一至四级，精神病五至六级'),
  pensions('fuxu52', '第五十二条', '残疾军人乘车（船、机）减收票价百分之五十，免费乘坐市内公共交通'),
  pensions('fuxu61', '第六十一条', '参加核试验的参照参战'),
  pensions('fuxu62', '第六十二条', '参战、带病回乡、年满六十周岁农村籍、烈士老年子女等的定期生活补助'),
  protection('baozhang2', '第二条', '退役军人：依法退出现役的军官、军士和义务兵'),
  protection('baozhang15', '第十五条', '退役军人优待证'),
  protection('baozhang37', '第三十七条', '职业技能培训'),
  protection('baozhang55', '第五十五条', '困难退役军人的帮扶援助'),
  { ...protection('baozhangPlaque', '条号待核', '悬挂光荣牌'), isUnverified: true },
  placement('anzhi51', '第五十一条', '自主就业的，自批准退役三十日内报到'),
  placement('anzhi64', '第六十四条', '就业创业培训'),
  { code: 'liebao56', law: MARTYRS, article: '第五十六条', says: '烈士遗属异地祭扫的协助或补助', validFrom: day('2025-01-01') },
  {
    code: 'youdaiObjects',
    law: '《退役军人、其他优抚对象优待证管理办法（试行）》',
    article: '发放对象',
    says: '退役军人，以及三属等其他优抚对象',
    validFrom: day('2022-01-01'),
  },
  {
    code: 'bangfu2019',
    law: '《关于加强困难退役军人帮扶援助工作的意见》',
    article: '帮扶援助对象和情形',
    says: '五类困难情形，一事一批',
    validFrom: day('2019-10-09'),
  },
  {
    code: 'guangrong2018',
    law: '《为烈属、军属和退役军人等家庭悬挂光荣牌工作实施办法》',
    article: '悬挂对象',
    says: '烈士、因公牺牲、病故军人遗属、现役军人家庭和退役军人家庭',
    validFrom: day('2018-07-29'),
  },
]

export const isInForce = ({ validFrom, validTo }: Clause, on: PlainDate): boolean =>
  validFrom <= on && (validTo === undefined || on < validTo)

/** A clause by its code. @throws where there is none: a rule that cites nothing is no rule */
export function getClause(code: string): Clause {
  const clause = CLAUSES.find((one) => one.code === code)
  if (!clause) throw new Error(`no clause ${code}`)
  return clause
}

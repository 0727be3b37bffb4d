import type { FieldIssue } from '../../domain/field-issue.ts'
import { wordsOf } from './code-words.ts'
import { type ImportKey, titleOf } from './import-fields.ts'

/** One thing wrong with a row: in which column, and what; `said` where the sentence has been made already. */
export interface RowIssue {
  readonly key: ImportKey
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly said?: string
}

const ID_SENTENCES: Readonly<Record<string, (p: Readonly<Record<string, string | number>>) => string>> = {
  'wrong-length': (p) => `应为 18 位（或老的 15 位），这里是 ${p['length']} 位，请核对`,
  'not-digits': (p) => `第 ${p['position']} 位不是数字，请核对`,
  'unknown-region': (p) => `前六位 ${p['regionPrefix']} 不是行政区划代码，请核对`,
  'impossible-date': (p) => `其中的出生日期 ${p['date']} 不存在，请核对`,
  'future-birth': () => '其中的出生日期晚于今天，请核对',
  'wrong-checksum': (p) => `末位校验码不对（按前 17 位应为 ${p['expected']}），请与证件核对`,
}

const SENTENCES: Readonly<Record<string, (p: Readonly<Record<string, string | number>>) => string>> = {
  missing: () => '没有填，请补上',
  'not-a-name': () => '不像姓名（含数字或符号），请核对',
  'private-character': () => '含有只在个别电脑上能显示的字，请改用标准汉字',
  'too-long': () => '太长，请缩短',
  'control-character': () => '含有看不见的控制符，请重新输入',
  'two-numbers': () => '有两个号码，请只留一个',
  'not-digits': (p) => `第 ${p['position']} 位不是数字，请核对`,
  'no-area-code': () => '座机缺区号，请补上，如 023-67812345',
  'unknown-prefix': (p) => `没有 ${p['prefix']} 开头的手机号，请核对`,
  'wrong-length': (p) => `是 ${p['length']} 位，位数不对，请核对`,
  'not-a-card': () => '应为 12 至 19 位数字，请核对',
  'sex-differs': () => '与身份证号第 17 位不符，请核对两处',
  'born-differs': () => '与身份证号中的出生日期不符，请核对两处',
  'in-future': () => '晚于今天，请核对',
  'before-birth': () => '早于出生日期，请核对',
  'too-young': (p) => `当时只有 ${p['age']} 岁，请核对`,
  'out-of-order': () => '早于入伍日期，请核对',
  overlaps: () => '与另一段服役重叠，请核对',
  'unknown-class': () => '没有这个类别，请按类别表填写',
  'not-graded': () => '这个类别不评残疾等级，请核对类别或删去等级',
  'not-for-illness': () => '因病致残只评一至六级，请核对',
  'held-twice': () => '同一类别写了两次，请删去一个',
  'not-a-grade': () => '应为一级至十级，请核对',
  'unknown-place': () => '在本单位范围内找不到这个地方，请写上级名称（如 渝北区双凤桥街道凤鸣路社区）或 12 位代码',
  'ambiguous-place': (p) => `范围内有 ${p['count']} 个同名的地方，请写上乡镇（街道）名或 12 位代码`,
  'unknown-region': () => '没有这个区划代码，请核对',
  'abolished-region': () => '这个区划已经撤销，请改成现在的区划',
  'outside-range': () => '不在本次导入单位的范围内，请由所在单位导入',
  'digits-lost': () => '超过 15 位的数字被表格软件改成了 0，请把这一列设为文本后重新填写',
  'in-powers': () => '被表格软件改成了 5.00112E+17 这样的写法，后面的数字已经丢了，请把这一列设为文本后重新填写',
  garbled: () => '是乱码，请重新填写',
}

const NONE: Readonly<Record<string, string | number>> = {}

/** The sentence beside the row: which column, what is wrong, what to do. */
export function issueSentence({ key, code, params = NONE, said }: RowIssue): string {
  if (said !== undefined) return `${titleOf(key)}：${said}`
  if (code === 'unknown-word') return `${titleOf(key)}：请填 ${wordsOf(key).join('、')} 之一`
  const sentence = (key === 'citizenId' ? ID_SENTENCES[code] : undefined) ?? SENTENCES[code]
  return `${titleOf(key)}：${sentence ? sentence(params) : '填写有误，请核对'}`
}

const PART_KEYS: Readonly<Record<string, ImportKey>> = { classCode: 'classes', grade: 'grade', cause: 'cause', basis: 'basis' }

/** Where an issue of the file's own checks stands in the workbook: `service.0.enlistedOn` is the column 入伍日期. */
export function rowIssueOf({ field, code, params }: FieldIssue): RowIssue {
  const last = field.split('.').at(-1) ?? field
  const key = PART_KEYS[last] ?? (last as ImportKey)
  return params ? { key, code, params } : { key, code }
}

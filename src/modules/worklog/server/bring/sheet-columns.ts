import type { ImportField } from '../../../../platform/workbook/index.ts'
import type { WorkKind } from '../../contract.ts'

/** Columns besides the fields of a kind. Their keys begin with a sign that no field has. */
export const COLUMN = {
  on: '#on',
  until: '#until',
  unit: '#unit',
  organisation: '#organisation',
  uscc: '#uscc',
  people: '#people',
} as const

/** What the columns of a kind may be called: as its form calls them, and the usual names of days and organisations. */
export function columnsOf({ state, organisation, people, fields }: WorkKind): ImportField[] {
  return [
    {
      key: COLUMN.on,
      titles: state ? ['起始日期', '开始日期', '任职日期', '日期'] : ['日期', '开展日期', '时间', '活动日期'],
      required: true,
    },
    ...(state ? [{ key: COLUMN.until, titles: ['截止日期', '结束日期', '离任日期'], required: false }] : []),
    { key: COLUMN.unit, titles: ['单位代码', '区划代码', '机构代码'], required: false },
    ...(organisation === 'none'
      ? []
      : [
          { key: COLUMN.organisation, titles: ['单位名称', '组织名称', '企业名称', '机构名称'], required: organisation === 'required' },
          { key: COLUMN.uscc, titles: ['统一社会信用代码', '信用代码'], required: false },
        ]),
    ...(people === 'none'
      ? []
      : [{ key: COLUMN.people, titles: ['身份证号', '公民身份号码', '身份证号码'], required: people === 'required' }]),
    ...fields.map(({ code, zh, en, required }) => ({ key: code, titles: [zh, en], required })),
  ]
}

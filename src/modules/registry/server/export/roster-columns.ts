import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import type { CellValue, WrittenColumn } from '../../../../platform/workbook/index.ts'
import type { FullColumn, PersonRow } from '../../contract.ts'
import { entitlementClasses } from '../file/entitlement-classes.ts'
import type { ListedColumns } from '../file/masking.ts'
import { openField } from '../rows/person-row.ts'

export const ROSTER_COLUMNS: readonly WrittenColumn[] = [
  { title: '姓名', kind: 'text', width: 14 },
  { title: '性别', kind: 'text', width: 6 },
  { title: '年龄', kind: 'number', width: 6 },
  { title: '身份证号', kind: 'text', width: 22 },
  { title: '联系电话', kind: 'text', width: 18 },
  { title: '详细地址', kind: 'text', width: 36 },
  { title: '服务站代码', kind: 'text', width: 16 },
  { title: '人员类别', kind: 'text', width: 28 },
  { title: '状态', kind: 'text', width: 8 },
  { title: '完整度%', kind: 'number', width: 9 },
  { title: '最近联系', kind: 'day', width: 12 },
]

const STATUS: Readonly<Record<PersonRow['status'], string>> = {
  active: '在册',
  deceased: '已去世',
  archived: '已关档',
  merged: '已并入另一份档案',
  transferred: '已转出',
}

const CLASS_NAMES = new Map(entitlementClasses.map(({ code, zh }) => [code, zh]))

/** One line of the roster: masked, but for the columns that a second person has agreed to. */
export function rosterLine(row: ListedColumns, masked: PersonRow, about: { full: readonly FullColumn[]; secrets: Secrets }): CellValue[] {
  const isFull = (column: FullColumn): boolean => about.full.includes(column)
  return [
    isFull('name') ? row.name : masked.nameMasked,
    masked.sex === 'male' ? '男' : '女',
    masked.age,
    isFull('citizenId') ? openField(about.secrets, 'citizen_id', row) : masked.citizenIdMasked,
    isFull('phone') ? openField(about.secrets, 'phone', row) : masked.phoneMasked,
    isFull('address') ? openField(about.secrets, 'address', row) : masked.addressMasked,
    masked.unitCode,
    masked.classes.map((code) => CLASS_NAMES.get(code) ?? code).join('、'),
    STATUS[masked.status],
    masked.completeness,
    masked.lastContactOn,
  ]
}

import { z } from 'zod'

/**
 * What a role may hold. A grant is a verb on a noun; the place it reaches is the actor's own range.
 *
 * Grants marked personal open files of persons. An administrator role never holds one (GB/T 22239-2019 8.1.4.2:
 * three administrators apart, none of them a user of the business).
 */
export const GRANTS = {
  'division.read': { zh: '查看区划和机构', personal: false },
  'unit.write': { zh: '维护机构和人员岗位', personal: false },
  'unit.accredit': { zh: '审核机构创建、认定和撤销', personal: false },
  'figure.read': { zh: '查看统计数字', personal: false },
  'closing.confirm': { zh: '核定本地一个月的数字', personal: false },
  'closing.settle': { zh: '接收或退回下级核定的数字', personal: false },
  'closing.lock': { zh: '锁定全省一个月的数字', personal: false },
  'person.read': { zh: '查看档案（遮蔽）', personal: true },
  'person.write': { zh: '建档和修改档案', personal: true },
  'person.unmask': { zh: '说明理由后查看完整信息', personal: true },
  'person.letIn': { zh: '发放登录码、登记代办人', personal: true },
  'person.merge': { zh: '合并重复档案', personal: true },
  'person.transfer': { zh: '转出和接收档案', personal: true },
  'person.import': { zh: '批量导入档案', personal: true },
  'person.export': { zh: '导出名册', personal: true },
  'export.approve': { zh: '批准百人以上的导出', personal: true },
  'visit.read': { zh: '查看走访', personal: true },
  'visit.write': { zh: '记录和更正走访', personal: true },
  'visit.plan': { zh: '安排走访计划', personal: true },
  'field.take': { zh: '随身带走本村名册（72 小时）', personal: true },
  'field.revoke': { zh: '收回带走名册的设备', personal: false },
  'matter.read': { zh: '查看轮到自己的事项', personal: true },
  'matter.survey': { zh: '查看一地的全部事项', personal: true },
  'matter.work': { zh: '办理轮到自己的事项', personal: true },
  'matter.oversee': { zh: '督办本级和下一级逾期事项', personal: true },
  'matter.serve': { zh: '本级经办', personal: true },
  'matter.approve': { zh: '本级审批', personal: true },
  'matter.city': { zh: '市级复核', personal: true },
  'matter.province': { zh: '省级备案、复核', personal: true },
  'matter.advise': { zh: '法律咨询值班', personal: true },
  'matter.counsel': { zh: '心理热线值守', personal: true },
  'matter.superviseLine': { zh: '心理热线督导', personal: true },
  'placement.read': { zh: '查看安置对象和岗位（遮蔽）', personal: true },
  'placement.write': { zh: '办理安置档案、评分和岗位', personal: true },
  'placement.approve': { zh: '公示、排名、异议裁定', personal: true },
  'round.read': { zh: '查看选岗场次', personal: true },
  'round.run': { zh: '组织选岗：封存、入签、主持、公布', personal: true },
  'round.supervise': { zh: '选岗现场监督：确认到场、撤回一步', personal: true },
  'employer.rank': { zh: '接收单位凭链接和口令排序（不授予任何角色）', personal: true },
  'placement.pool': { zh: '跨区县统筹岗位', personal: false },
  'benefit.read': { zh: '查看抚恤补助标准和测算（遮蔽）', personal: true },
  'benefit.write': { zh: '录入标准、登记待遇变动', personal: true },
  'benefit.approve': { zh: '批准标准生效', personal: true },
  'work.read': { zh: '查看工作台账', personal: true },
  'work.write': { zh: '登记、更正、导入工作台账', personal: true },
  'work.define': { zh: '自设台账种类', personal: false },
  'brief.read': { zh: '查看简报', personal: false },
  'brief.write': { zh: '起草、修改和归档简报', personal: false },
  'brief.review': { zh: '审核、退回和签发简报', personal: false },
  'ledger.read': { zh: '查看资金账和支付批次', personal: true },
  'ledger.write': { zh: '制单：开户、申请划拨、重发退回', personal: true },
  'ledger.approve': { zh: '复核：批准划拨、关账、恢复支付', personal: true },
  'ledger.pay': { zh: '支付：生成银行文件、付款、录回单', personal: true },
  'own.read': { zh: '查看本人的档案和事项', personal: true },
  'own.write': { zh: '办理本人的事项', personal: true },
  'account.read': { zh: '查看账号', personal: false },
  'account.manage': { zh: '开设和停用账号', personal: false },
  'role.assign': { zh: '授予和收回角色', personal: false },
  'journal.read': { zh: '查看操作留痕', personal: false },
  'system.manage': { zh: '系统设置和作业', personal: false },
} as const satisfies Record<string, { zh: string; personal: boolean }>

export type Grant = keyof typeof GRANTS

export const Grant = z.enum(Object.keys(GRANTS) as [Grant, ...Grant[]])

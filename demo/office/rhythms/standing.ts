import type { Values } from './rhythm.ts'

/** Something that stands since it was entered: a team, a member of an alliance, a base. */
export interface Standing {
  readonly kind: string
  readonly tier: 'county' | 'township' | 'village'
  readonly values: Values
  readonly organisation?: string
  /** Days before today. */
  readonly since: number
}

export const STANDINGS: readonly Standing[] = [
  {
    kind: 'park',
    tier: 'county',
    values: { type: 'incubator', level: 'county', tenants: '18' },
    organisation: '渝北军创孵化园（演示）',
    since: 640,
  },
  { kind: 'alliance', tier: 'county', values: { role: 'enterprise' }, organisation: '渝北空港物流有限公司（演示）', since: 500 },
  { kind: 'alliance', tier: 'county', values: { role: 'school' }, organisation: '渝北职业教育中心（演示）', since: 480 },
  { kind: 'alliance', tier: 'county', values: { role: 'bank' }, organisation: '示范银行渝北支行', since: 430 },
  { kind: 'educationBase', tier: 'county', values: { type: 'defence', level: 'city', name: '渝北国防教育馆（演示）' }, since: 700 },
  { kind: 'actionPlan', tier: 'county', values: { title: '基层服务站提质三年行动', years: '3', targets: '9' }, since: 540 },
  {
    kind: 'merchant',
    tier: 'township',
    values: { app: 'yongjunbao', offer: '凭优待证八折' },
    organisation: '双凤桥老兵面馆（演示）',
    since: 260,
  },
  { kind: 'merchant', tier: 'township', values: { app: 'yongjunbao', offer: '理发半价' }, organisation: '空港理发店（演示）', since: 190 },
  {
    kind: 'enterprise',
    tier: 'township',
    values: { form: 'company', jobs: '14' },
    organisation: '渝北铁军保洁有限公司（演示）',
    since: 380,
  },
  { kind: 'enterprise', tier: 'village', values: { form: 'household', jobs: '3' }, organisation: '老班长小面（演示）', since: 300 },
  {
    kind: 'team',
    tier: 'township',
    values: { name: '双凤桥老兵先锋队', brand: 'redStar', field: 'rescue', liaison: 'yes', members: '32' },
    since: 610,
  },
  {
    kind: 'team',
    tier: 'village',
    values: { name: '凤鸣路红星志愿队', brand: 'redStar', field: 'general', liaison: 'no', members: '15' },
    since: 420,
  },
  { kind: 'estateDuty', tier: 'village', values: { role: 'mediation', estate: '凤鸣家园', veterans: '11' }, since: 210 },
  { kind: 'serviceRoom', tier: 'village', values: { room: 'reception', area: '36' }, since: 700 },
  { kind: 'modelUnit', tier: 'village', values: { scheme: 'star4', band: 'middle', document: '渝退役〔演示〕8 号' }, since: 330 },
]

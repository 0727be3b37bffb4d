import { addDays, addMonths, type PlainDate } from '../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../src/kernel/region-code.ts'
import { type Deed, deedId } from './deeds.ts'
import type { Hands } from './hands.ts'
import { workdayAt } from './workday.ts'

const unitCode = '500112000000' as UnitCode

type Said = Pick<Deed, 'label' | 'on' | 'name' | 'input'>

/** How far the money of a matter has come; days before today. */
interface Way {
  readonly proposed: number
  readonly approved?: number
  readonly paid?: number
  readonly followed?: { readonly ago: number; readonly outcome: 'treated' | 'settled' | 'housed' }
}

/** For the matters that were granted, the one that was decided first before the others. */
const WAYS: readonly Way[] = [
  { proposed: 50, approved: 48, paid: 46, followed: { ago: 20, outcome: 'treated' } },
  { proposed: 35, approved: 33, paid: 32, followed: { ago: 8, outcome: 'settled' } },
  { proposed: 28, approved: 26, paid: 25 },
  { proposed: 17, approved: 14 },
  { proposed: 6 },
]

/** Help that went before its papers. */
const EMERGENCY: Way = { proposed: 5, approved: 5, paid: 4 }

const MEANS = {
  members: 3,
  incomes: [
    { kind: 'wage', amountFen: '198000' },
    { kind: 'pension', amountFen: '65000' },
  ],
  lineFen: '76500',
  lineSource: '渝北区最低生活保障标准（演示）',
}

const GIFTS = [
  { donor: { kind: 'named', name: '渝北空港企业家联谊会（演示）', phone: null }, amountFen: '30000000', earmark: null },
  { donor: { kind: 'anonymous' }, amountFen: '500000', earmark: 'accident' },
  { donor: { kind: 'named', name: '渝北军创企业协会（演示）', phone: null }, amountFen: '20000000', earmark: null },
] as const

interface Fund {
  readonly fundId: string
  readonly deeds: readonly Deed[]
}

/** The first quarter of raising, published some days after its end. */
function published(hands: Hands, fundId: string, from: PlainDate): Deed {
  const to = addDays(addMonths(from, 3), -1)
  const input = { fundId, kind: 'quarter', from, to }
  const on = workdayAt(addDays(to, 12))
  return { story: 'fund', label: 'fund.publish', on, by: hands.account('xiao.limin'), name: 'aidFund.publish', input }
}

/** A fund of the county that raises from the public, with three gifts that came and were confirmed, and its first report. */
function openFund(hands: Hands, back: (days: number) => PlainDate): Fund {
  const [story, by, head] = ['fund', hands.account('jiang.wenbo'), hands.account('xiao.limin')]
  const from = back(152)
  const named = {
    unitCode,
    kind: 'emergency',
    name: '渝北区退役军人应急帮扶基金（演示）',
    purpose: '突发困难先行救急和一事一批的帮扶',
    raising: { permit: '渝民募备〔演示〕0112 号', from, to: null },
  }
  const opened: Deed = { story, label: 'fund.open', on: from, by, name: 'aidFund.open', input: named }
  const fundId = deedId(opened)
  const gifts = GIFTS.flatMap(({ donor, amountFen, earmark }, at): Deed[] => {
    const on = back(148 - at * 9)
    const asked = { fundId, donor, gift: { form: 'cash', amountFen }, earmark, receivedOn: on }
    const recorded: Deed = { story, label: `fund.gift.${at}`, on, by, name: 'donation.record', input: asked }
    const confirm = { donationId: deedId(recorded) }
    return [
      recorded,
      { story, label: `fund.gift.${at}.confirm`, on: back(146 - at * 9), by: head, name: 'donation.confirm', input: confirm },
    ]
  })
  return { fundId, deeds: [opened, ...gifts, published(hands, fundId, from)] }
}

interface Need {
  readonly matterId: string
  readonly amountFen: string
  readonly isEmergency: boolean
}

/** The money of one matter, as far as it has come. */
function grantFor(
  hands: Hands,
  { matterId, amountFen, isEmergency }: Need,
  about: { way: Way; fundId: string; back: (days: number) => PlainDate },
) {
  const { way, fundId, back } = about
  const [story, clerk] = [`grant.${matterId}`, hands.account('jiang.wenbo')]
  const input = { matterId, fundId, amountFen, means: isEmergency ? null : MEANS, topUpReason: null }
  const first: Said = { label: story, on: back(way.proposed), name: 'grant.propose', input }
  const grantId = deedId(first)
  const next = (ago: number | undefined, login: string, name: string, more: object = {}): Deed[] =>
    ago === undefined
      ? []
      : [{ story, label: `${story}.${name}`, on: back(ago), by: hands.account(login), name, input: { grantId, ...more } }]
  return [
    { ...first, story, by: clerk },
    ...next(way.approved, 'xiao.limin', 'grant.approve'),
    ...next(way.paid, 'tao.jin', 'grant.pay', { voucher: `渝北付字演示 ${way.paid} 号` }),
    ...next(way.followed?.ago, 'jiang.wenbo', 'grant.followUp', { outcome: way.followed?.outcome }),
  ]
}

type Stepped = { step?: string; matterId?: string; answers?: { amount?: string } }

/** What was decided in the matters of hardship, the earliest decision first; and the emergencies whose papers are not in. */
function needsOf(matters: readonly Deed[]): { decided: Need[]; emergencies: Need[] } {
  const steps = matters.filter(({ name }) => name === 'matter.step').map(({ on, input }) => ({ on, ...(input as Stepped) }))
  const aids = new Set(matters.flatMap((deed) => ((deed.input as { typeCode?: string }).typeCode === 'hardshipAid' ? [deedId(deed)] : [])))
  const of = (step: string) =>
    steps.filter((one) => one.step === step && aids.has(one.matterId ?? '')).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const papers = new Set(of('papersAfter').map(({ matterId }) => matterId))
  return {
    decided: of('approve').map(({ matterId = '', answers }) => ({ matterId, amountFen: answers?.amount ?? '100000', isEmergency: false })),
    emergencies: of('helpFirst')
      .filter(({ matterId }) => !papers.has(matterId))
      .map(({ matterId = '' }) => ({ matterId, amountFen: '300000', isEmergency: true })),
  }
}

/** A fund, its gifts, and the grants out of it for the matters of hardship that were decided. */
export function grantDeeds(hands: Hands, matters: readonly Deed[], today: PlainDate): Deed[] {
  const back = (days: number) => workdayAt(addDays(today, -days))
  const { fundId, deeds } = openFund(hands, back)
  const { decided, emergencies } = needsOf(matters)
  return [
    ...deeds,
    ...WAYS.flatMap((way, at) => (decided[at] ? grantFor(hands, decided[at], { way, fundId, back }) : [])),
    ...emergencies.flatMap((need) => grantFor(hands, need, { way: EMERGENCY, fundId, back })),
  ]
}

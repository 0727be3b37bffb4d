import { addDays, addMonths, type PlainDate } from '../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../src/kernel/region-code.ts'
import { jobs } from '../../src/modules/benefits/index.ts'
import { BENEFIT_FUND } from '../ledger.ts'
import { type Deed, deedId } from './deeds.ts'
import type { Hands, Someone } from './hands.ts'
import { confirmedWith, isPaid, unconfirmedWith } from './paid.ts'
import { workdayAt } from './workday.ts'

const unitCode = '500112000000' as UnitCode

/** Banks by how the cards of the demo begin. */
const BANKS = [
  ['990001', '重庆农村商业银行渝北支行'],
  ['990002', '中国邮政储蓄银行渝北支行'],
  ['990003', '中国工商银行渝北支行'],
  ['990004', '重庆银行渝北支行'],
] as const

/** The months of the demo: two that were sent to the cashier, and the one that waits to be approved. */
export function payMonths(today: PlainDate): readonly [PlainDate, PlainDate, PlainDate] {
  const last = `${addDays(today, -10).slice(0, 7)}-01` as PlainDate
  return [addMonths(last, -2), addMonths(last, -1), last]
}

type Said = Pick<Deed, 'label' | 'on' | 'name' | 'input'> & Partial<Pick<Deed, 'job'>>

interface Desk {
  readonly clerk: (...deeds: readonly Said[]) => Deed[]
  readonly head: (...deeds: readonly Said[]) => Deed[]
}

function deskOf(hands: Hands, story: string): Desk {
  const [clerk, head] = [hands.account('jiang.wenbo'), hands.account('xiao.limin')]
  return {
    clerk: (...deeds) => deeds.map((deed) => ({ ...deed, story, by: clerk })),
    head: (...deeds) => deeds.map((deed) => ({ ...deed, story, by: head })),
  }
}

/** What the county pays where the nation names no floor. */
const noticeOf = (first: PlainDate) => ({
  version: 'yubei-demob',
  title: '在乡复员军人定期定量补助标准（演示）',
  layer: 'local',
  issuer: '渝北区退役军人事务局、财政局',
  sourceDoc: '渝北退役军人〔演示〕3 号，不是真的文件',
  effectiveFrom: `${addMonths(first, -8).slice(0, 4)}-01-01`,
  rows: [
    { classCode: 'DEMOB', period: 'resistance', unit: 'year', amountFen: '2640000' },
    { classCode: 'DEMOB', period: 'liberation', unit: 'year', amountFen: '2520000' },
    { classCode: 'DEMOB', period: 'founding', unit: 'year', amountFen: '2400000' },
  ],
})

/** Everybody who is confirmed is taken in, and their cards become accounts. */
function begin({ clerk, head }: Desk, first: PlainDate): Deed[] {
  const on = (days: number) => workdayAt(addDays(first, days))
  const rates: Said = { label: 'rate.demob', on: on(-44), name: 'rate.enter', input: { unitCode, notice: noticeOf(first) } }
  return [
    ...clerk(rates),
    ...head({ label: 'rate.demob.approve', on: on(-41), name: 'rate.approve', input: { id: deedId(rates) } }),
    ...clerk({ label: 'benefit.takeIn', on: on(-24), name: 'benefit.takeIn', input: { unitCode } }),
    ...head({ label: 'benefit.approve', on: on(-21), name: 'benefit.approve', input: { unitCode } }),
    ...BANKS.flatMap(([prefix, bank]) =>
      clerk({ label: `benefit.fill.${prefix}`, on: on(-17), name: 'benefit.fillPayees', input: { unitCode, prefix, bank } }),
    ),
    ...head({ label: 'benefit.confirmFilled', on: on(-14), name: 'benefit.confirmFilled', input: { unitCode } }),
  ]
}

/** A month of pay, as far as it has come. */
function month({ clerk, head }: Desk, first: PlainDate, isSent: boolean): Deed[] {
  const name = first.slice(0, 7)
  const on = (days: number) => workdayAt(addDays(first, days))
  const [job] = jobs
  if (!job) throw new Error('benefits have no job')
  const about = (said: (label: string) => Readonly<Record<string, unknown>>) => ({ runId: said(`month.${name}`)['id'] })
  return [
    ...clerk(
      { label: `month.${name}`, on: on(6), name: 'month.start', input: { unitCode, month: name }, job },
      { label: `month.${name}.review`, on: on(9), name: 'month.review', input: about },
    ),
    ...(isSent ? head({ label: `month.${name}.approve`, on: on(11), name: 'month.approve', input: about }) : []),
    ...(isSent
      ? clerk({
          label: `month.${name}.send`,
          on: on(12),
          name: 'month.send',
          input: (said: Parameters<typeof about>[0]) => ({ ...about(said), fundId: BENEFIT_FUND }),
        })
      : []),
  ]
}

const event = (person: Someone | undefined, on: PlainDate, event: object): Said[] =>
  person ? [{ label: `benefit.event.${person.id}`, on, name: 'benefit.recordEvent', input: { personId: person.id, event } }] : []

/** What happened to a few before the last month: it differs by them from the one before. */
function events({ people }: Hands, { clerk }: Desk, last: PlainDate): Deed[] {
  const [on, since] = [workdayAt(addDays(last, 3)), addMonths(last, -36)]
  const regraded = confirmedWith(people, ({ classCode, grade, fromOn }) => classCode === 'DIS' && (grade ?? 0) > 7 && fromOn < since)
  const [died, , held] = people.filter((one) => isPaid(one) && one.hasCard && one.bornOn < '1955-01-01' && one.accountId === null).reverse()
  return clerk(
    ...event(regraded?.person, on, {
      kind: 'regraded',
      effectiveOn: addDays(on, -5),
      classCode: 'DIS',
      grade: (regraded?.identity.grade ?? 8) - 1,
      cause: regraded?.identity.cause ?? 'duty',
      evidence: '渝退役残字〔演示〕17 号 残疾等级调整批复',
    }),
    ...event(died, on, { kind: 'died', effectiveOn: addDays(on, -9), evidence: '居民死亡医学证明（推断）书 演示 0417' }),
    ...event(held, on, {
      kind: 'suspended',
      effectiveOn: addDays(on, -4),
      reason: 'unconfirmed',
      evidence: '逾期六十日未作年度确认，停发通知已送达（演示）',
    }),
  )
}

/** Whose identity the office confirms in time. */
export const newcomersOf = ({ people }: Hands) => unconfirmedWith(people, ({ status }) => status === 'evidenceChecked').slice(0, 5)

/** Two of them are paid for the first time, three still wait for the second person. */
function newcomers(hands: Hands, desk: Desk, last: PlainDate, today: PlainDate): Deed[] {
  const able = newcomersOf(hands)
  const confirm = (from: number, to: number, on: PlainDate) =>
    able.slice(from, to).map(({ person, identity }) => ({
      label: `identity.${identity.id}`,
      on,
      name: 'identity.setStatus',
      input: { personId: person.id, identityId: identity.id, status: 'confirmed', reason: '证件、档案核对一致，予以确认' },
    }))
  const [then, now] = [workdayAt(addDays(last, -12)), workdayAt(addDays(today, -2))]
  if (able.length < 5) return []
  return [
    ...desk.clerk(...confirm(0, 2, then), { label: 'benefit.takeIn.then', on: then, name: 'benefit.takeIn', input: { unitCode } }),
    ...desk.head({ label: 'benefit.approve.then', on: workdayAt(addDays(last, -9)), name: 'benefit.approve', input: { unitCode } }),
    ...desk.clerk(...confirm(2, 5, now), { label: 'benefit.takeIn.now', on: now, name: 'benefit.takeIn', input: { unitCode } }),
  ]
}

/** The pay of the county: who is taken in, three months, and what happened in between. */
export function benefitDeeds(hands: Hands, today: PlainDate): Deed[] {
  const [first, second, last] = payMonths(today)
  const desk = deskOf(hands, 'benefits')
  return [
    ...begin(desk, first),
    ...month(desk, first, true),
    ...month(desk, second, true),
    ...newcomers(hands, deskOf(hands, 'benefits.new'), last, today),
    ...events(hands, deskOf(hands, 'benefits.events'), last),
    ...month(desk, last, false),
  ]
}

import type { PoolClient } from 'pg'
import { addDays, addMonths, type PlainDate } from '../src/kernel/plain-date.ts'
import { usccCheckCharacter } from '../src/kernel/uscc.ts'
import { actions } from '../src/modules/assistance/index.ts'
import { openTx, type Tx } from '../src/platform/database/tx.ts'
import { actorOf, type Desk, deskOn, type Given, YUBEI } from './placement-desk.ts'
import { WORKED_STATION } from './places.ts'

interface Hands {
  readonly worker: Desk
  readonly officer: Desk
  readonly approver: Desk
  readonly today: PlainDate
}

/** Who helps, with what, and how many of them; none is a real body. */
const HELPERS = [
  { kind: 'official', name: '周明（演示）', gives: ['living', 'housing', 'rights'], capacity: 3 },
  { kind: 'member', name: '罗建军（演示）', gives: ['company', 'medical'], capacity: 2 },
  { kind: 'organisation', name: '渝北示范医院（演示）', gives: ['medical', 'company'], capacity: 20 },
] as const

/** What people of the station need, and which of the helpers has taken it on. */
const NEEDS = [
  { kind: 'medical', urgency: 'now', helper: 2 },
  { kind: 'company', urgency: 'ordinary', helper: 1 },
  { kind: 'living', urgency: 'soon', helper: 0 },
  { kind: 'work', urgency: 'soon' },
  { kind: 'schooling', urgency: 'ordinary' },
] as const

const listPeople = async (tx: Tx, count: number): Promise<string[]> => {
  const { rows } = await tx.query<{ id: string }>(
    "select id from registry.people where unit_code = $1 and status = 'active' order by id desc limit $2",
    [WORKED_STATION, count],
  )
  return rows.map(({ id }) => id)
}

async function pair({ worker, officer, today }: Hands, people: readonly string[]): Promise<void> {
  const helpers: string[] = []
  for (const [at, helper] of HELPERS.entries()) {
    const offered = await officer(addDays(today, -100), 'helper.offer', `helper.${at}`, { unitCode: YUBEI, untilOn: null, ...helper })
    helpers.push(String(offered['id']))
  }
  for (const [at, { kind, urgency, ...more }] of NEEDS.entries()) {
    const personId = people[at]
    if (personId === undefined) return
    await worker(addDays(today, -60 + at * 7), 'need.record', `need.${at}`, { personId, kind, urgency })
    if (!('helper' in more)) continue
    const beganOn = addDays(today, -30 + at)
    const agreed = { personId, helperId: helpers[more.helper], kinds: [kind], beganOn, untilOn: addMonths(beganOn, 12) }
    const { id: pairingId } = await officer(beganOn, 'pairing.begin', `pairing.${at}`, agreed)
    const seen = { pairingId, visitedOn: addDays(today, -9 + at), way: 'home', met: [], result: 'better' }
    await officer(addDays(today, -9 + at), 'pairing.visit', `pairing.${at}.visit`, seen)
  }
}

/** How far each claim has come. */
const CLAIMS = [['claim.submit', 'claim.check', 'claim.approve'], ['claim.submit'], []] as const

async function claim({ worker, officer, approver, today }: Hands, people: readonly string[]): Promise<void> {
  const rate = { kind: 'hiring', name: '吸纳就业补贴（演示）', amountFen: '500000', stayMonths: 12, source: '演示文件，不是真的政策' }
  const days = { fromOn: addMonths(today, -6), untilOn: null }
  const entered = await officer(addMonths(today, -6), 'incentive.enterRate', 'rate', { unitCode: YUBEI, ...rate, ...days })
  await approver(addDays(today, -170), 'incentive.confirmRate', 'rate.confirm', { rateId: entered['id'] })
  const code = '91500112MADEM0020'
  const payee = { payeeUscc: code + usccCheckCharacter(code), payeeName: '渝北示范物业有限公司（演示）', bank: '示范银行渝北支行' }
  const hands = { 'claim.submit': worker, 'claim.check': officer, 'claim.approve': approver } as const
  for (const [at, steps] of CLAIMS.entries()) {
    const personId = people[at]
    if (personId === undefined) return
    const about = { personId, rateCode: entered['id'], bankAccount: `99000000000000100${at}`, beganOn: addMonths(today, -2), paidFen: null }
    const { id: claimId } = await worker(addDays(today, -15 + at), 'claim.draft', `claim.${at}`, { ...about, ...payee })
    for (const [after, name] of steps.entries()) await hands[name](addDays(today, -13 + at + after), name, `${name}.${at}`, { claimId })
  }
}

async function raise({ officer, approver, today }: Hands): Promise<void> {
  const purpose = '帮助因病、因灾致困的退役军人家庭（演示）'
  const named = { unitCode: YUBEI, kind: 'care', name: '渝北区退役军人关爱金（演示）', purpose, raising: null }
  const { id: fundId } = await officer(addDays(today, -18), 'aidFund.open', 'fund', named)
  const gift = { fundId, donor: { kind: 'named', name: '渝北示范商会（演示）', phone: null }, earmark: null }
  const money = { ...gift, gift: { form: 'cash', amountFen: '20000000' }, receivedOn: addDays(today, -16) }
  const goods = {
    ...gift,
    gift: { form: 'goods', goods: [{ name: '轮椅', count: 10, valueFen: '680000' }] },
    receivedOn: addDays(today, -6),
  }
  const { id: donationId } = await officer(addDays(today, -16), 'donation.record', 'gift.money', money)
  await approver(addDays(today, -15), 'donation.confirm', 'gift.money.confirm', { donationId })
  await officer(addDays(today, -6), 'donation.record', 'gift.goods', goods)
}

/** Pairing, incentives and a fund of 渝北区, done by the hands of its demo accounts on days gone by. Nothing where it was not loaded. */
export async function loadAssistance(client: PoolClient, { secrets, today }: Omit<Given, 'tx'>): Promise<void> {
  const { tx, close } = openTx(client)
  const seats = [
    await actorOf(tx, 'chen.xiaoqin', 'stationWorker'),
    await actorOf(tx, 'jiang.wenbo', 'countyOfficer'),
    await actorOf(tx, 'xiao.limin', 'countyApprover'),
  ] as const
  const [worker, officer, approver] = seats.map((seat) => seat && deskOn({ tx, secrets, today }, seat, actions))
  if (worker && officer && approver) {
    const hands = { worker, officer, approver, today }
    const people = await listPeople(tx, NEEDS.length)
    await pair(hands, people)
    await claim(hands, people)
    await raise(hands)
  }
  // The leaves of postings go with them, or the books would be found unaudited.
  for (const [asked, values] of close().last)
    await client.query({ ...(typeof asked === 'string' ? { text: asked } : asked), values: [...values] })
}

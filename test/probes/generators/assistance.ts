import { CITIES, COUNTIES, NOWHERE, PAYING_COUNTIES, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const OFFICES = [...COUNTIES, ...CITIES]
const RAISING = { permit: '测募〔2025〕1号', from: '2025-01-01', to: null }

let serial = 0

const fundBody = (unitCode: string) => {
  serial += 1
  return { unitCode, kind: 'care', name: `测试基金${serial}`, purpose: '帮扶困难', raising: RAISING }
}

async function fundAt(maker: Maker, office: string): Promise<string> {
  const { id = '' } = await maker.done('aidFund.open', { touches: office }, fundBody(office))
  maker.remember(id, office)
  return id
}

const giftBody = (fundId: string) => ({
  fundId,
  donor: { kind: 'named', name: '麴捐赠', phone: '10099990000' },
  gift: { form: 'cash', amountFen: '1000000' },
  earmark: null,
  receivedOn: '2026-01-05',
})

async function giftAt(maker: Maker, office: string): Promise<{ fundId: string; donationId: string }> {
  const fundId = await fundAt(maker, office)
  const { id = '' } = await maker.done('donation.record', { touches: office }, giftBody(fundId))
  maker.remember(id, office)
  return { fundId, donationId: id }
}

/** A thousand quilts in a fund, confirmed. */
async function goodsAt(maker: Maker, county: string): Promise<{ fundId: string; donationId: string }> {
  const fundId = await fundAt(maker, county)
  const gift = { form: 'goods', goods: [{ name: '棉被', count: 1000, valueFen: '100' }] }
  const { id: donationId = '' } = await maker.done('donation.record', { touches: county }, { ...giftBody(fundId), gift })
  maker.remember(donationId, county)
  await maker.done('donation.confirm', { touches: county }, { donationId })
  return { fundId, donationId }
}

/** Of which bank the cards of these files are. */
const CARD = '6222021234567890128'
const BANKS = [{ prefix: CARD.slice(0, 6), bank: '工商银行' }]

/** A matter of hardship at a village of the county that is helped first. */
async function emergencyAt(maker: Maker, county: string): Promise<string> {
  const unitCode = VILLAGES.find((village) => village.startsWith(county.slice(0, 6))) ?? ''
  const { id: personId } = await maker.person(unitCode)
  const change = { personId, version: 1, changes: { bankCard: CARD }, reason: '补银行卡' }
  await maker.done('person.change', { touches: unitCode }, change)
  const answers = { hardshipCause: 'accident', story: '房屋失火受损', phone: '10012345678', isUrgent: true }
  const about = { typeCode: 'hardshipAid', answers, unitCode, personId }
  const { id: matterId = '' } = await maker.done('matter.open', { touches: unitCode, role: 'countyOfficer' }, about)
  maker.remember(matterId, unitCode)
  const step = { matterId, step: 'helpFirst', reason: '先行救急', steps: 1 }
  await maker.done('matter.step', { touches: unitCode, role: 'countyApprover', at: county }, step)
  return matterId
}

const proposal = { amountFen: '100', means: null, topUpReason: null }

type Until = 'proposed' | 'approved' | 'sent' | 'paid'

async function proposedAt(maker: Maker, county: string): Promise<{ fundId: string; grantId: string }> {
  const { fundId, donationId } = await giftAt(maker, county)
  await maker.done('donation.confirm', { touches: county }, { donationId })
  const matterId = await emergencyAt(maker, county)
  const { id: grantId = '' } = await maker.done('grant.propose', { touches: county }, { fundId, matterId, ...proposal })
  maker.remember(grantId, county)
  return { fundId, grantId }
}

async function approvedAt(maker: Maker, county: string): Promise<{ fundId: string; grantId: string }> {
  const made = await proposedAt(maker, county)
  await maker.done('grant.approve', { touches: county }, { grantId: made.grantId })
  return made
}

async function grantAt(maker: Maker, county: string, until: Until): Promise<string> {
  if (until === 'proposed') return (await proposedAt(maker, county)).grantId
  const { fundId, grantId } = await approvedAt(maker, county)
  if (until === 'sent') {
    const { id: batchId = '' } = await maker.done('grant.payTogether', { touches: county }, { fundId, banks: BANKS })
    maker.remember(batchId, county)
  }
  if (until === 'paid') await maker.done('grant.pay', { touches: county }, { grantId, voucher: '测试凭证' })
  return grantId
}

const each =
  (places: readonly string[], of: (place: string, maker: Maker) => Promise<Omit<Made, 'label' | 'touches'>>): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const place of places) cases.push({ label: place, touches: place, ...(await of(place, maker)) })
    return cases
  }

const ofGrant = (until: Until, extra: object = {}): Generator =>
  each(PAYING_COUNTIES, async (county, maker) => ({
    body: { ...extra, grantId: await grantAt(maker, county, until) },
    absent: { ...extra, grantId: maker.nobody() },
  }))

const ofGiftWith = (extra: object): Generator =>
  each(OFFICES, async (office, maker) => ({
    body: { ...extra, donationId: (await giftAt(maker, office)).donationId },
    absent: { ...extra, donationId: maker.nobody() },
  }))
const ofGift = ofGiftWith({})

const QUARTER = { kind: 'quarter', from: '2025-01-01', to: '2025-03-31' }

/** Funds, gifts and grants: who makes, who checks, who pays, who looks. */
export const assistance: Readonly<Record<string, Generator>> = {
  'aidFund.list': each([...VILLAGES, ...OFFICES, ...PROVINCES], async (place) => ({ body: { place }, absent: { place: NOWHERE } })),
  'aidFund.open': each(OFFICES, async (office) => ({ body: fundBody(office), absent: fundBody(NOWHERE) })),
  'aidFund.get': each(OFFICES, async (office, maker) => {
    const { fundId, donationId } = await giftAt(maker, office)
    return { body: { fundId }, absent: { fundId: maker.nobody() }, holds: [donationId] }
  }),
  'aidFund.publish': each(OFFICES, async (office, maker) => ({
    body: { fundId: await fundAt(maker, office), ...QUARTER },
    absent: { fundId: maker.nobody(), ...QUARTER },
  })),
  'donation.record': each(OFFICES, async (office, maker) => ({
    body: giftBody(await fundAt(maker, office)),
    absent: giftBody(maker.nobody()),
  })),
  'goods.give': each(PAYING_COUNTIES, async (county, maker) => {
    const { donationId } = await goodsAt(maker, county)
    const body = { donationId, goodName: '棉被', count: 1, matterId: await emergencyAt(maker, county) }
    return { body, absent: { ...body, donationId: maker.nobody() } }
  }),
  'goods.list': each(PAYING_COUNTIES, async (county, maker) => {
    const { fundId, donationId } = await goodsAt(maker, county)
    return { body: { fundId }, absent: { fundId: maker.nobody() }, holds: [donationId] }
  }),
  'donation.confirm': ofGift,
  'donation.takeBack': ofGiftWith({ reason: '登记有误' }),
  'donation.receipt': ofGift,
  'grant.list': each([...VILLAGES, ...OFFICES, ...PROVINCES], async (place) => ({
    body: { place, fundId: null },
    absent: { place: NOWHERE, fundId: null },
  })),
  'grant.propose': each(COUNTIES, async (county, maker) => {
    const body = { fundId: await fundAt(maker, county), matterId: await emergencyAt(maker, county), ...proposal }
    return { body, absent: { ...body, fundId: maker.nobody() } }
  }),
  'grant.approve': ofGrant('proposed'),
  'grant.refuse': ofGrant('proposed', { reason: '另有资金' }),
  'grant.pay': ofGrant('approved', { voucher: '测试凭证' }),
  'grant.cancel': ofGrant('approved', { reason: '金额算错' }),
  'grant.takeBack': ofGrant('paid', { reason: '付错人已退' }),
  'grant.settle': ofGrant('sent'),
  'grant.payTogether': each(PAYING_COUNTIES, async (county, maker) => ({
    body: { fundId: (await approvedAt(maker, county)).fundId, banks: BANKS },
    absent: { fundId: maker.nobody(), banks: BANKS },
  })),
  'grant.followUp': ofGrant('paid', { outcome: 'settled' }),
}

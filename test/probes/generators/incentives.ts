import { CITIES, COUNTIES, NOWHERE, PAYING_COUNTIES, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const each =
  (places: readonly string[], of: (place: string, maker: Maker) => Promise<Omit<Made, 'label' | 'touches'>>): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const place of places) cases.push({ label: place, touches: place, ...(await of(place, maker)) })
    return cases
  }

const rateBody = (unitCode: string) => ({
  unitCode,
  kind: 'hiring',
  name: '测试补贴',
  amountFen: '100',
  stayMonths: 12,
  fromOn: '2026-01-01',
  untilOn: null,
  source: '测试文号〔2026〕1号',
})

async function rateAt(maker: Maker, county: string, isConfirmed: boolean): Promise<string> {
  const { id: rateId = '' } = await maker.done('incentive.enterRate', { touches: county }, rateBody(county))
  if (isConfirmed) await maker.done('incentive.confirmRate', { touches: county }, { rateId })
  return rateId
}

const PAYEE = {
  payeeUscc: '91350100M000100Y43',
  payeeName: '测试公司',
  bankAccount: '9900000000000000001',
  bank: '测试银行',
  paidFen: null,
}

const STEPS = [
  ['submitted', 'claim.submit'],
  ['checked', 'claim.check'],
  ['approved', 'claim.approve'],
] as const

const villageOf = (county: string): string => VILLAGES.find((village) => village.startsWith(county.slice(0, 6))) ?? ''

/** Brings a claim of a village of the county as far as asked. */
async function claimAt(maker: Maker, county: string, until: string): Promise<string> {
  const unit = villageOf(county)
  const rateCode = await rateAt(maker, county, true)
  const { id: personId } = await maker.person(unit)
  const body = { ...PAYEE, personId, rateCode, beganOn: '2026-01-05' }
  const { id: claimId = '' } = await maker.done('claim.draft', { touches: unit, role: 'stationWorker' }, body)
  maker.remember(claimId, unit)
  if (until === 'drafted') return claimId
  for (const [state, route] of STEPS) {
    await maker.done(route, { touches: unit, ...(route === 'claim.submit' ? {} : { at: county }) }, { claimId })
    if (state === until) break
  }
  return claimId
}

const ofClaim =
  (until: string, extra: object = {}, stage?: 'sent' | 'paid' | 'owedBack'): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const county of PAYING_COUNTIES) {
      const unit = villageOf(county)
      const claimId = await claimAt(maker, county, until)
      if (stage) await maker.claimOn({ claimId, fundId: await maker.fundAt(county), stage })
      cases.push({ label: unit, touches: unit, body: { claimId, ...extra }, absent: { claimId: maker.nobody(), ...extra } })
    }
    return cases
  }

/** Rates, claims and estimates: who takes in, who checks, who approves, who looks. */
export const incentives: Readonly<Record<string, Generator>> = {
  'incentive.enterRate': each([...COUNTIES, ...CITIES], async (office) => ({ body: rateBody(office), absent: rateBody(NOWHERE) })),
  'incentive.confirmRate': each(COUNTIES, async (county, maker) => ({
    body: { rateId: await rateAt(maker, county, false) },
    absent: { rateId: maker.nobody() },
  })),
  'incentive.estimate': async () => [
    { label: 'a year', body: { kind: 'employer', year: 2024, months: 12, persons: 2, upliftPercent: 50, taxes: { vat: '100' } } },
  ],
  'claim.list': each([...VILLAGES, ...COUNTIES, ...CITIES, ...PROVINCES], async (place) => ({
    body: { place },
    absent: { place: NOWHERE },
  })),
  'claim.draft': each(PAYING_COUNTIES.map(villageOf), async (unit, maker) => {
    const rateCode = await rateAt(maker, `${unit.slice(0, 6)}000000`, true)
    const body = { ...PAYEE, personId: (await maker.person(unit)).id, rateCode, beganOn: '2026-01-05' }
    return { body, absent: { ...body, personId: maker.nobody() } }
  }),
  'claim.submit': ofClaim('drafted'),
  'claim.check': ofClaim('submitted'),
  'claim.approve': ofClaim('checked'),
  'claim.refuse': ofClaim('submitted', { reason: '材料不全' }),
  'claim.settle': ofClaim('approved', {}, 'sent'),
  'claim.clawBack': ofClaim('approved', { leftOn: '2026-02-01' }, 'paid'),
  'claim.receiveBack': ofClaim('approved', { voucher: '测试凭证' }, 'owedBack'),
  'claim.pay': each(PAYING_COUNTIES, async (office, maker) => {
    await claimAt(maker, office, 'approved')
    return { body: { unitCode: office, fundId: await maker.filledFundAt(office) }, absent: { unitCode: NOWHERE, fundId: maker.nobody() } }
  }),
}

import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

const OFFICES = [...COUNTIES, ...CITIES, ...PROVINCES]

let serial = 0

/** A notice of the kin, far above the floors; each begins in a year of its own, so that none overlaps with another. */
const notice = () => {
  serial += 1
  const amounts = [
    ['KIN-M', 60_000],
    ['KIN-D', 50_000],
    ['KIN-I', 45_000],
  ] as const
  return {
    version: `probe-${serial}`,
    title: '三属定期抚恤金',
    layer: 'local',
    issuer: '测试局',
    sourceDoc: `测〔2030〕${serial}号`,
    effectiveFrom: `${2030 + serial}-01-01`,
    rows: amounts.map(([classCode, yuan]) => ({ classCode, unit: 'year', amountFen: String((yuan + serial) * 100) })),
  }
}

const enterBody = (unitCode: string) => ({ unitCode, notice: notice() })

async function enteredAt(maker: Maker, office: string): Promise<string> {
  const { id = '' } = await maker.done('rate.enter', { touches: office }, enterBody(office))
  maker.remember(id, office)
  return id
}

const eachOffice =
  (of: (office: string, maker: Maker) => Promise<Omit<ProbeCase, 'route' | 'label'>>, offices: readonly string[] = OFFICES): Generator =>
  async (maker) => {
    const cases: Omit<ProbeCase, 'route'>[] = []
    for (const office of offices) cases.push({ label: office, ...(await of(office, maker)) })
    return cases
  }

const ofEntered: Generator = eachOffice(async (office, maker) => ({
  touches: office,
  body: { id: await enteredAt(maker, office) },
  absent: { id: maker.nobody() },
}))

const ofOffice: Generator = async () =>
  [...VILLAGES, ...OFFICES].map((unitCode) => ({ label: unitCode, touches: unitCode, body: { unitCode }, absent: { unitCode: NOWHERE } }))

/** Calls about one person of each station, whom their county pays. */
const ofPerson =
  (more: object): Generator =>
  async (maker) => {
    const cases: Omit<ProbeCase, 'route'>[] = []
    for (const station of maker.stations) {
      const { id: personId } = await maker.person(station)
      await maker.entitledAt(`${station.slice(0, 6)}000000`, { personId, isApproved: true })
      cases.push({ label: station, touches: station, body: { personId, ...more }, absent: { personId: maker.nobody(), ...more } })
    }
    return cases
  }

const PAYEE = { bank: '测试银行', account: '6222000011112222', evidence: '本人申请' }

/** Calls about an account that waits: of somebody in pay, entered for the call. */
const ofChange =
  (more: object): Generator =>
  async (maker) => {
    const cases: Omit<ProbeCase, 'route'>[] = []
    for (const station of maker.stations) {
      const county = `${station.slice(0, 6)}000000`
      const { id: personId } = await maker.person(station)
      await maker.entitledAt(county, { personId, isApproved: true })
      const { changeId = '' } = await maker.done('benefit.setPayee', { touches: station }, { personId, ...PAYEE })
      maker.remember(changeId, county)
      cases.push({ label: station, touches: county, body: { changeId, ...more }, absent: { changeId: maker.nobody(), ...more } })
    }
    return cases
  }

type State = 'computed' | 'reviewed' | 'approved' | 'returned'

/** Calls about a month of some counties. */
const ofMonth =
  (counties: readonly string[], state: State, more: object = {}): Generator =>
  async (maker) => {
    const cases: Omit<ProbeCase, 'route'>[] = []
    for (const county of counties) {
      const runId = await maker.monthAt(county, state)
      cases.push({ label: county, touches: county, body: { runId, ...more }, absent: { runId: maker.nobody(), ...more } })
    }
    return cases
  }

/** A county has one month open at a time: each call that moves one on has a county of its own, of the first city. */
const OWN = {
  start: '500103000000',
  review: '500104000000',
  approve: '500106000000',
  return: '500107000000',
  cancel: '500108000000',
  notice: '500109000000',
  send: '500110000000',
} as const

/** Calls of an office, each after something has been made there for it to find. */
const afterMaking =
  (make: (maker: Maker, county: string) => Promise<void>): Generator =>
  async (maker) => {
    for (const county of COUNTIES) await make(maker, county)
    return COUNTIES.map((unitCode) => ({ label: unitCode, touches: unitCode, body: { unitCode }, absent: { unitCode: NOWHERE } }))
  }

/** Calls of a county about the card in the file of somebody in pay, of one bank a call; `make` is what was done with it before. */
const ofCards =
  ({ card, more = {}, make }: { card: string; more?: object; make?: (maker: Maker, county: string) => Promise<void> }): Generator =>
  async (maker) => {
    const cases: Omit<ProbeCase, 'route'>[] = []
    for (const county of new Set(maker.stations.map((station) => `${station.slice(0, 6)}000000`))) {
      const station = maker.stations.find((one) => one.startsWith(county.slice(0, 6))) ?? county
      const { id: personId } = await maker.person(station)
      const change = { personId, version: 1, changes: { bankCard: card }, reason: '补录银行卡' }
      await maker.done('person.change', { touches: station }, change)
      await maker.entitledAt(county, { personId, isApproved: true })
      await make?.(maker, county)
      cases.push({ label: county, touches: county, body: { unitCode: county, ...more }, absent: { unitCode: NOWHERE, ...more } })
    }
    return cases
  }

const FILL = { prefix: '990001', bank: '测试银行' }
const filled = async (maker: Maker, county: string): Promise<void> => {
  await maker.done('benefit.fillPayees', { touches: county }, { ...FILL, unitCode: county, prefix: '990002' })
}

const event = { kind: 'suspended', effectiveOn: '2026-01-31', reason: 'wanted', evidence: '测〔2026〕1号' }

/** Rates: notices, and who lets them take effect; what people are paid for, and the months of pay. */
export const benefits: Readonly<Record<string, Generator>> = {
  'rate.list': async () =>
    [...VILLAGES, ...OFFICES].map((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } })),
  'rate.enter': eachOffice(async (office) => ({ touches: office, body: enterBody(office), absent: enterBody(NOWHERE) })),
  'rate.bring': eachOffice(async (office, maker) => {
    const { rows: _, ...head } = notice()
    const sheet = '类别,标准\n烈士遗属,60000\n因公牺牲军人遗属,50000\n病故军人遗属,45000\n'
    const { fileId, owner } = await maker.upload(office, sheet)
    const body = { unitCode: office, source: { fileId }, head, unit: 'year' }
    return { touches: office, namesRowOf: owner, body, absent: { ...body, source: { fileId: maker.nobody() } } }
  }, COUNTIES),
  'benefit.person': async (maker) => {
    const cases: Omit<ProbeCase, 'route'>[] = []
    for (const station of maker.stations) {
      const { id: personId } = await maker.person(station)
      const asked = { from: '2026-01', months: 2 }
      cases.push({ label: station, touches: station, body: { personId, ...asked }, absent: { personId: maker.nobody(), ...asked } })
    }
    return cases
  },
  'benefit.kept': ofPerson({}),
  'benefit.recordEvent': ofPerson({ event }),
  'benefit.setPayee': ofPerson(PAYEE),
  'benefit.payees': ofOffice,
  'benefit.cards': ofOffice,
  'benefit.confirmPayee': ofChange({}),
  'benefit.declinePayee': ofChange({ why: '凭据不符' }),
  'benefit.withdrawPayee': ofChange({}),
  'benefit.fillPayees': ofCards({ card: '9900010000000000018', more: FILL }),
  'benefit.confirmFilled': ofCards({ card: '9900020000000000024', make: filled }),
  'benefit.waiting': ofOffice,
  'benefit.confirming': ofOffice,
  'benefit.takeIn': afterMaking((maker, county) => maker.confirmedAt(county)),
  'benefit.approve': afterMaking((maker, county) => maker.entitledAt(county, { personId: maker.nobody(), isApproved: false })),
  'month.list': ofOffice,
  'month.start': async (maker) => {
    await maker.entitledAt(OWN.start, { personId: maker.nobody(), isApproved: true })
    const month = '2026-01'
    return [{ label: OWN.start, touches: OWN.start, body: { unitCode: OWN.start, month }, absent: { unitCode: NOWHERE, month } }]
  },
  'month.get': ofMonth(COUNTIES, 'returned'),
  'month.lines': ofMonth(COUNTIES, 'returned'),
  'month.payment': ofMonth(COUNTIES, 'returned'),
  'month.send': async (maker) => {
    const { runId, fundId } = await maker.payableMonthAt(OWN.send)
    return [{ label: OWN.send, touches: OWN.send, body: { runId, fundId }, absent: { runId: maker.nobody(), fundId } }]
  },
  'month.review': ofMonth([OWN.review], 'computed'),
  'month.approve': ofMonth([OWN.approve], 'reviewed'),
  'month.return': ofMonth([OWN.return], 'reviewed', { why: '有差错' }),
  'month.cancel': ofMonth([OWN.cancel], 'computed'),
  'month.writeNotice': ofMonth([OWN.notice], 'approved'),
  'rate.people': ofEntered,
  'rate.approve': ofEntered,
  'rate.withdraw': ofEntered,
}

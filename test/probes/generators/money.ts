import type { Stage } from '../world/maker/batches.ts'
import { CITIES, NOWHERE, PAYING_COUNTIES, PROVINCES, STOPPED_COUNTIES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

/** Where there are cashiers. */
const PAYING = [...PAYING_COUNTIES, ...CITIES]
const OFFICES = [...PAYING, ...PROVINCES]

let serial = 0
const fundName = (): string => {
  serial += 1
  return `探针基金 ${serial}`
}
const openBody = (place: string) => ({ place, parentId: null, fundKind: 'aid', name: fundName(), purpose: null })

const incomeBody = (place: string, to: string) => ({
  place,
  move: { kind: 'income', to, amountFen: '100' },
  purpose: null,
  memo: '探针拨入',
})

async function proposedAt(maker: Maker, office: string): Promise<string> {
  const { proposalId = '' } = await maker.done('fund.propose', { touches: office }, incomeBody(office, await maker.fundAt(office)))
  maker.remember(proposalId, office)
  return proposalId
}

type OneCase = Omit<ProbeCase, 'route' | 'label'>
const eachOffice =
  (of: (office: string, maker: Maker) => Promise<OneCase>, offices: readonly string[] = OFFICES): Generator =>
  async (maker) => {
    const cases: Omit<ProbeCase, 'route'>[] = []
    for (const office of offices) cases.push({ label: office, ...(await of(office, maker)) })
    return cases
  }

const ofProposed: Generator = eachOffice(async (office, maker) => ({
  touches: office,
  body: { proposalId: await proposedAt(maker, office) },
  absent: { proposalId: maker.nobody() },
}))

const ofBatch = (stage: Stage, more: object = {}, offices: readonly string[] = OFFICES): Generator =>
  eachOffice(async (office, maker) => {
    const { batchId } = await maker.batch(office, stage)
    return { touches: office, body: { batchId, ...more }, absent: { batchId: maker.nobody(), ...more } }
  }, offices)

const returnOf = (batchId: string, lineId: string): string => `归队回单,1,${batchId}\r\n${lineId},1.00,已付,\r\n合计,1,1.00\r\n`

const ofPlaces =
  (more: object, places: readonly string[] = OFFICES): Generator =>
  async () =>
    places.map((place) => ({ label: place, touches: place, body: { place, ...more }, absent: { place: NOWHERE, ...more } }))

/** Money: three powers, each bureau's books for itself and who stands above it. */
export const money: Readonly<Record<string, Generator>> = {
  'fund.list': ofPlaces({}, [...VILLAGES, ...OFFICES]),
  'batch.list': ofPlaces({}, [...VILLAGES, ...OFFICES]),
  'fund.open': eachOffice(async (office) => ({ touches: office, body: openBody(office), absent: openBody(NOWHERE) })),
  'fund.propose': eachOffice(async (office, maker) => {
    const to = await maker.fundAt(office)
    return { touches: office, body: incomeBody(office, to), absent: incomeBody(NOWHERE, to) }
  }),
  'fund.entries': eachOffice(async (office, maker) => ({
    touches: office,
    body: { accountId: await maker.fundAt(office) },
    absent: { accountId: maker.nobody() },
  })),
  'fund.approve': ofProposed,
  'fund.decline': ofProposed,
  'fund.receive': eachOffice(async (office, maker) => {
    const more = await maker.allocation(office)
    return { touches: office, body: { place: office, ...more }, absent: { place: NOWHERE, ...more } }
  }, PAYING),
  'fund.close': ofPlaces({ throughOn: '2020-12-31' }),
  'fund.resume': eachOffice(async (office, maker) => {
    await maker.stopPayments(office)
    return { touches: office, body: { place: office }, absent: { place: NOWHERE } }
  }, STOPPED_COUNTIES),
  'batch.get': ofBatch('opened'),
  'batch.approve': ofBatch('opened'),
  'batch.file': ofBatch('checked', { format: 'csv' }, PAYING),
  'batch.cancelFile': ofBatch('queued', {}, PAYING),
  'batch.pay': ofBatch('filed', {}, PAYING),
  'batch.takeReturn': eachOffice(async (office, maker) => {
    const { batchId, lineId } = await maker.batch(office, 'paid')
    const { fileId, owner } = await maker.upload(office, returnOf(batchId, lineId), 'bankReturn')
    return { touches: office, namesRowOf: owner, body: { batchId, fileId }, absent: { batchId: maker.nobody(), fileId } }
  }, PAYING),
  'batch.reissue': ofBatch('returned', { accounts: [] }),
}

import { CITIES, COUNTIES, NOWHERE, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const eachStation =
  (of: (unit: string, maker: Maker) => Promise<Made>): Generator =>
  async (maker) =>
    await Promise.all(maker.stations.map((unit) => of(unit, maker)))

/** One call a station, about an account opened for it. */
const onAccount = (extra: object = {}) =>
  eachStation(async (unit, maker) => {
    const { id: accountId } = await maker.account(unit)
    return { label: unit, touches: unit, body: { accountId, ...extra }, absent: { accountId: maker.nobody(), ...extra } }
  })

const initialPassword = 'Gentle-Harvest-77'

const opened: Generator = async (maker) => {
  // An account is opened where a unit is open.
  for (const unit of maker.stations) await maker.standing(unit)
  return maker.stations.map((unit) => {
    const body = { login: `opened.${unit.slice(4)}`, name: '新账号', unitCode: unit, initialPassword }
    return { label: unit, touches: unit, body, absent: { ...body, unitCode: NOWHERE } }
  })
}

const roleEnded = eachStation(async (unit, maker) => {
  const { id: accountId } = await maker.account(unit)
  await maker.done('account.grantRole', { touches: unit }, { accountId, role: 'stationWorker' })
  const body = { accountId, role: 'stationWorker' }
  return { label: unit, touches: unit, body, absent: { ...body, accountId: maker.nobody() } }
})

export const accounts: Readonly<Record<string, Generator>> = {
  'account.list': async () =>
    [...VILLAGES, '500112017000', ...COUNTIES, ...CITIES].map((unitCode) => {
      const asked = { label: unitCode, touches: unitCode, body: { unitCode, limit: 500 }, absent: { unitCode: NOWHERE } }
      return { ...asked, counts: 'access.accounts where true', countAt: ['rows', 'length'] }
    }),
  'account.get': eachStation(async (unit, maker) => {
    const { accountId } = await maker.standing(unit)
    return { label: unit, touches: unit, body: { accountId }, absent: { accountId: maker.nobody() }, holds: [accountId] }
  }),
  'account.open': opened,
  'account.disable': onAccount(),
  'account.enable': eachStation(async (unit, maker) => {
    const { id: accountId } = await maker.account(unit)
    await maker.done('account.disable', { touches: unit }, { accountId })
    return { label: unit, touches: unit, body: { accountId }, absent: { accountId: maker.nobody() } }
  }),
  'account.resetPassword': onAccount({ initialPassword }),
  'account.resetSecondFactor': onAccount(),
  'account.signOutEverywhere': onAccount(),
  'account.unbindSignOn': onAccount(),
  'account.grantRole': onAccount({ role: 'stationWorker' }),
  'account.endRole': roleEnded,
}

import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { SessionAccount } from '../../../../ui/api/session.ts'
import { signIn } from '../../../../ui/api/session-calls.ts'
import { act } from '../../../../ui/api/use-action.ts'
import { see } from '../../../../ui/api/use-view.ts'
import { fieldStore, hearTime, keepPack } from '../../../../ui/outbox/field-desk.ts'
import { installDesk } from '../../../../ui/outbox/install-desk.ts'
import { deviceOf } from '../../../../ui/outbox/outbox.ts'
import { listInbox, listKinds, listPlans, seePack, seeToday, takeVillage } from '../../contract.ts'

/** Why nothing was taken along. */
export type TakeFault = 'wrong-password' | 'too-many' | 'device-revoked' | 'no-room' | 'not-installed' | 'unreachable'

/**
 * Takes the village along: the desk itself, its people, what is due and what waits, closed with a key that the password
 * opens. Undefined when all of it is on the disk.
 */
export async function takeAlong(account: SessionAccount, password: string): Promise<TakeFault | undefined> {
  const entered = await signIn({ login: account.login, password }).catch(() => undefined)
  if (!entered) return 'unreachable'
  if (!entered.ok || entered.value.id !== account.id) return 'wrong-password'
  if (!(await installed())) return 'not-installed'
  const device = await deviceOf(await fieldStore())
  const taken = await act(
    takeVillage,
    { deviceId: device.id, unitCode: account.unitCode as z.input<typeof takeVillage.input>['unitCode'] },
    uuidv7(),
  )
  if (taken.kind === 'refusal') return taken.refusal.code
  if (taken.kind === 'problem') return 'unreachable'
  await (await fieldStore()).append({ device })
  await hearTime(Date.parse(taken.value.takenAt))
  const answers = await gather(account, taken.value.leaseId).catch(() => undefined)
  if (!answers) return 'unreachable'
  const { leaseId, expiresAt, exportKey } = taken.value
  return await keepPack({ account, leaseId, expiresAt, exportKey, answers }, password).then(
    () => undefined,
    () => 'no-room' as const,
  )
}

const installed = () =>
  installDesk().then(
    () => true,
    () => false,
  )

async function gather({ unitCode }: SessionAccount, leaseId: string): Promise<Record<string, unknown>> {
  const place = unitCode as z.input<typeof listPlans.input>['place']
  const [people, plans, inbox, kinds, today] = await Promise.all([
    see(seePack, { leaseId }),
    see(listPlans, { place, limit: 500 }),
    see(listInbox, { limit: 200 }),
    see(listKinds, {}),
    see(seeToday, { place }),
  ])
  return { [seePack.name]: people, [listPlans.name]: plans, [listInbox.name]: inbox, [listKinds.name]: kinds, [seeToday.name]: today }
}

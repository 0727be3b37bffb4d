import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { SessionAccount } from '../../../../../ui/api/session.ts'
import { signIn } from '../../../../../ui/api/session-calls.ts'
import { act } from '../../../../../ui/api/use-action.ts'
import { see } from '../../../../../ui/api/use-view.ts'
import type { FieldPart } from '../../../../../ui/field-part.ts'
import { fieldStore, hearTime, keepPack } from '../../../../../ui/outbox/field-desk.ts'
import { installDesk } from '../../../../../ui/outbox/install-desk.ts'
import { deviceOf } from '../../../../../ui/outbox/outbox.ts'
import { path } from '../../../../network/contract.ts'
import { listCodes } from '../../../../registry/contract.ts'
import { getMatter, listInbox, listKinds, listPlans, type Matter, seePack, seeToday, takeVillage } from '../../../contract.ts'
import { MATTERS } from './packed-answers.ts'

/** Why nothing was taken along. */
export type TakeFault = 'wrong-password' | 'too-many' | 'device-revoked' | 'no-room' | 'not-installed' | 'unreachable'

/**
 * Takes the village along: the desk itself, its people, what is due and what waits, closed with a key that the password
 * opens. Undefined when all of it is on the disk.
 */
export async function takeAlong(
  account: SessionAccount,
  { password, parts }: { password: string; parts: readonly FieldPart[] },
): Promise<TakeFault | undefined> {
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
  const answers = await gather(account, { leaseId: taken.value.leaseId, parts }).catch(() => undefined)
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

async function gather(
  account: SessionAccount,
  { leaseId, parts }: { leaseId: string; parts: readonly FieldPart[] },
): Promise<Record<string, unknown>> {
  const { unitCode } = account
  const place = unitCode as z.input<typeof listPlans.input>['place']
  const [people, plans, inbox, kinds, today, codes, places] = await Promise.all([
    see(seePack, { leaseId }),
    see(listPlans, { place, limit: 500 }),
    see(listInbox, { limit: 200 }),
    see(listKinds, {}),
    see(seeToday, { place }),
    see(listCodes, {}),
    see(path, { code: unitCode.slice(0, 12) as z.input<typeof path.input>['code'] }),
  ])
  const others = await Promise.all(parts.map((part) => part.takeAlong(account)))
  return {
    ...Object.assign({}, ...others),
    [seePack.name]: people,
    [listPlans.name]: plans,
    [listInbox.name]: inbox,
    [listKinds.name]: kinds,
    [seeToday.name]: today,
    [listCodes.name]: codes,
    [path.name]: places,
    [MATTERS]: await wholeMatters(inbox.rows.slice(0, MOST_MATTERS).map(({ id }) => id)),
  }
}

/** The nearest deadlines of an inbox: more than a week in a village brings to an end. */
const MOST_MATTERS = 60

/** Matters whole, so that their steps can be taken without a network; one that is gone by now is left out. */
async function wholeMatters(ids: readonly string[]): Promise<Matter[]> {
  const found: Matter[] = []
  for (let at = 0; at < ids.length; at += 6) {
    const few = ids.slice(at, at + 6).map((matterId) => see(getMatter, { matterId }).catch(() => undefined))
    found.push(...(await Promise.all(few)).flatMap((matter) => matter ?? []))
  }
  return found
}

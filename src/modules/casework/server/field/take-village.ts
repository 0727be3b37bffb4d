import { randomBytes } from 'node:crypto'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { packedPeople } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { insertLease, isDeviceRevoked } from './lease-rows.ts'

/** More people than this are no village, and no telephone should carry them. */
export const MOST_PEOPLE = 3_000

export const takeVillage = action(contract.takeVillage, {
  grant: 'field.take',
  where: ({ unitCode }) => unitCode,
  refusals: { 'too-many': 422, 'device-revoked': 409 },
  async run(context, { deviceId, unitCode }) {
    if (await isDeviceRevoked(context, deviceId)) return refuse({ code: 'device-revoked' })
    const people = (await packedPeople(context, { unitCode, limit: MOST_PEOPLE + 1, salt: context.actionId })).length
    if (people > MOST_PEOPLE) return refuse({ code: 'too-many', people, limit: MOST_PEOPLE })
    const exportKey = randomBytes(32)
    const expiresAt = await insertLease(context, { deviceId, people, exportKey })
    context.note({ device: deviceId, people, until: expiresAt })
    return ok({ leaseId: context.actionId, people, takenAt: context.now, expiresAt, exportKey: exportKey.toString('base64') })
  },
})

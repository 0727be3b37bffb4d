import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { judgeFile } from '../entitlements.ts'
import { ownPerson, whereOwnFileIs } from './own-person.ts'

/** 我能享受什么: the very answer that the clerk sees. */
export const listMyEntitlements = view(contract.listMyEntitlements, {
  grant: 'own.read',
  where: whereOwnFileIs,
  run: async (context) => await judgeFile(context, ownPerson(context.actor)),
})

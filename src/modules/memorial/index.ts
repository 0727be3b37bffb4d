import type { Action, View } from '../../platform/actions/declare.ts'
import { countPatrolsDue, seeFacility, seePatrolDesk } from './server/desk.ts'
import { recordPatrol } from './server/record-patrol.ts'
import { acceptRepair, fixRepair, orderRepair, returnRepair } from './server/repairs.ts'
import { takeBackPatrol } from './server/take-back-patrol.ts'

export { openPhoto } from './server/open-photo.ts'

export const actions: readonly Action[] = [recordPatrol, takeBackPatrol, orderRepair, fixRepair, acceptRepair, returnRepair]

export const views: readonly View[] = [seePatrolDesk, countPatrolsDue, seeFacility]

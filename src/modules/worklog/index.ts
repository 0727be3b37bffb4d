import type { Action, View } from '../../platform/actions/declare.ts'
import { bringWork } from './server/bring/bring-work.ts'
import { correctWork } from './server/correct-work.ts'
import { defineKind, retireKind } from './server/define-kind.ts'
import { endWork } from './server/end-work.ts'
import { attachEvidence } from './server/evidence/attach-evidence.ts'
import { openEvidence } from './server/evidence/open-evidence.ts'
import { listWorkKinds } from './server/kind-views.ts'
import { recordWork } from './server/record-work.ts'
import { listSites } from './server/sites/list-sites.ts'
import { publishSites } from './server/sites/publish-sites.ts'
import { takeBackSite } from './server/sites/take-back-site.ts'
import { getWork, listWork } from './server/work-views.ts'

export { asRecorded } from './server/as-recorded.ts'
export { followStation } from './server/follow/follow-station.ts'
export { countStandingLoads } from './server/follow/standing-records.ts'
export { registerOpenSites } from './server/open/open-routes.ts'
export { sealedTables } from './server/sealed-tables.ts'
export { houseKinds } from './server/shipped-kinds.ts'
export { type Facility, findFacilityUnit, listFacilities } from './server/sites/facilities.ts'
export { openEvidence }

export const actions: readonly Action[] = [
  recordWork,
  attachEvidence,
  correctWork,
  endWork,
  bringWork,
  defineKind,
  retireKind,
  publishSites,
  takeBackSite,
]

export const views: readonly View[] = [listWork, getWork, listWorkKinds, listSites]

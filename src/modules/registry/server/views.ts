import type { View } from '../../../platform/actions/declare.ts'
import { listDoors } from './doors/list-doors.ts'
import { listDuplicates } from './duplicates/list-duplicates.ts'
import { listExports } from './export/export-views.ts'
import { findPerson } from './find/find-person.ts'
import { getPerson, listCodes } from './find/get-person.ts'
import { listAges } from './find/list-ages.ts'
import { listPersons } from './find/list-persons.ts'
import { listTimeline } from './history/list-timeline.ts'
import { listVersions } from './history/list-versions.ts'
import { getImport, listImports } from './import/import-views.ts'
import { listTransfers } from './transfers/list-transfers.ts'
import { listUnmaskings } from './unmask/list-unmaskings.ts'

export const views: readonly View[] = [
  findPerson,
  listPersons,
  listAges,
  getPerson,
  listVersions,
  listTimeline,
  listUnmaskings,
  listDoors,
  listTransfers,
  listDuplicates,
  listCodes,
  getImport,
  listImports,
  listExports,
]

import type { View } from '../../../platform/actions/declare.ts'
import { listDoors } from './doors/list-doors.ts'
import { listExports } from './export/export-views.ts'
import { findPerson } from './find-person.ts'
import { getPerson, listCodes } from './get-person.ts'
import { getImport, listImports } from './import/import-views.ts'
import { listDuplicates } from './list-duplicates.ts'
import { listPersons } from './list-persons.ts'
import { listTimeline } from './list-timeline.ts'
import { listTransfers } from './list-transfers.ts'
import { listUnmaskings } from './list-unmaskings.ts'
import { listVersions } from './list-versions.ts'

export const views: readonly View[] = [
  findPerson,
  listPersons,
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

import type { UnitCode } from '../../../src/kernel/region-code.ts'
import { ALL_ROWS, listOutcomes } from '../../../src/modules/registry/index.ts'
import { withScope } from '../../../src/platform/database/scope.ts'
import type { Bench } from '../open-bench.ts'
import { countWritten } from './copy-peer.ts'
import { rowOf } from './roster.ts'
import type { Roster } from './write-roster.ts'

/** Each row has become what the roster planned, and as many rows stand as that makes. @throws where anything differs */
export async function compareOutcomes(bench: Bench, about: { roster: Roster; importId: string; unitCode: UnitCode }): Promise<string> {
  const { roster, importId, unitCode } = about
  const outcomes = await withScope(bench.database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    listOutcomes(tx, bench.secrets, { row: { id: importId, unit_code: unitCode }, ...ALL_ROWS }),
  )
  const counts = new Map<string, number>()
  for (let at = 0; at < roster.rows; at += 1) {
    const [planned, outcome] = [rowOf(at, roster), outcomes.get(at + 2)]
    const isSame = outcome?.result === planned.result && (planned.column === undefined || outcome.reason?.startsWith(`${planned.column}：`))
    if (!isSame) throw new Error(`row ${at + 2} was to be ${planned.result} (${planned.column ?? ''}) and is ${JSON.stringify(outcome)}`)
    counts.set(planned.result, (counts.get(planned.result) ?? 0) + 1)
  }
  if (outcomes.size !== roster.rows) throw new Error(`${outcomes.size} outcomes of ${roster.rows} rows`)
  const [fresh, filled] = [counts.get('新建档') ?? 0, counts.get('已补充') ?? 0]
  const written = await countWritten(bench)
  const expected = {
    'registry.people': fresh,
    'registry.citizen_directory': fresh,
    'registry.service_records': fresh,
    'registry.person_versions': fresh + filled,
    'casework.visit_plans': fresh,
  }
  for (const [table, rows] of Object.entries(expected)) {
    if (written[table] !== rows) throw new Error(`${table} has ${written[table]} rows, not ${rows}`)
  }
  return Array.from(counts, ([result, count]) => `${result} ${count}`).join(', ')
}

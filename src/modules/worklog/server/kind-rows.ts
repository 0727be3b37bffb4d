import type { UnitCode } from '../../../kernel/region-code.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { WorkKind } from '../contract.ts'
import { isOwnCode } from '../domain/kind.ts'
import { findHouseKind } from './shipped-kinds.ts'

/** A kind that an office made, and whether something new may be recorded by it. */
export interface OwnKind {
  readonly kind: WorkKind
  readonly ownOf: UnitCode
  readonly retired: boolean
}

interface KindRow {
  unit_code: UnitCode
  declaration: unknown
  retired: boolean
}

const KINDS_AT = prepared('select unit_code, declaration, retired from worklog.kinds_at($1)')

/** The kinds that a place and those above it have made, each in its last version. */
export async function listOwnKinds(tx: Tx, place: string): Promise<OwnKind[]> {
  const { rows } = await tx.query<KindRow>(KINDS_AT, [place])
  return rows.map(({ unit_code, declaration, retired }) => ({ kind: WorkKind.parse(declaration), ownOf: unit_code, retired }))
}

/** A kind as it may be used at a place: of the house, of the place or of one above it. */
export async function findKind(tx: Tx, asked: { code: string; place: string }): Promise<{ kind: WorkKind; retired: boolean } | undefined> {
  if (!isOwnCode(asked.code)) {
    const kind = findHouseKind(asked.code)
    return kind && { kind, retired: false }
  }
  return (await listOwnKinds(tx, asked.place)).find(({ kind }) => kind.code === asked.code)
}

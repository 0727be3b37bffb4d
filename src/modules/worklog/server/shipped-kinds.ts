import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { repositoryPath } from '../../../platform/config/repository-path.ts'
import { WorkKind } from '../contract.ts'
import { checkKinds } from '../domain/check-kinds.ts'
import { isOwnCode } from '../domain/kind.ts'

const KindsFile = z.strictObject({ source: z.string().min(1), kinds: z.array(WorkKind) })

/** Reads and checks the catalogue of the house. @throws naming every fault at once, so that a wrong file stops the start. */
export function readKinds(folder: string = repositoryPath('data', 'worklog')): readonly WorkKind[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
  const kinds = files.flatMap((name) => {
    const read = KindsFile.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    if (!read.success) throw new Error(`data/worklog/${name}: ${z.prettifyError(read.error)}`)
    return read.data.kinds
  })
  const numbered = kinds.filter(({ code }) => isOwnCode(code)).map(({ code }) => `${code}: such codes are for kinds that an office makes`)
  const faults = [...checkKinds(kinds), ...numbered]
  if (faults.length > 0) throw new Error(`The kinds of record are not sound:\n${faults.join('\n')}`)
  return kinds
}

const shipped = readKinds()

/** The last version of every kind of the house, in the order of the catalogue. */
export const houseKinds: readonly WorkKind[] = shipped.filter(
  (kind) => !shipped.some(({ code, version }) => code === kind.code && version > kind.version),
)

const byCode: ReadonlyMap<string, WorkKind> = new Map(houseKinds.map((kind) => [kind.code, kind]))

export const findHouseKind = (code: string): WorkKind | undefined => byCode.get(code)

import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { checkTypes } from '../../domain/matters/check-type.ts'
import type { MatterType } from '../../domain/matters/matter-type.ts'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'domain', 'types')

const isType = (value: unknown): value is MatterType =>
  typeof value === 'object' && value !== null && 'code' in value && 'steps' in value && 'states' in value

async function loadTypes(): Promise<readonly MatterType[]> {
  const files = readdirSync(FOLDER).filter((file) => /^[a-z0-9-]+\.(ts|js)$/.test(file))
  const modules = await Promise.all(files.sort().map((file) => import(pathToFileURL(join(FOLDER, file)).href) as Promise<object>))
  const types = modules.flatMap((exported) => Object.values(exported).filter(isType))
  const wrong = checkTypes(types)
  if (wrong.length > 0) throw new Error(`Guidui does not start: ${wrong.join('; ')}`)
  return types
}

/** Every kind of matter: each file of domain/types declares one, and nothing else has to know of it. */
export const matterTypes: readonly MatterType[] = await loadTypes()

/** A kind of matter in the version that a matter began under. */
export function getMatterType(code: string, version: number): MatterType {
  const found = matterTypes.find((type) => type.code === code && type.version === version)
  if (!found) throw new Error(`There is no matter type ${code} version ${version}: a version that matters run under is never removed`)
  return found
}

/** The version under which a matter begins on a day; undefined where there is no such kind yet. */
export const findMatterType = (code: string, on: PlainDate): MatterType | undefined =>
  matterTypes.filter((type) => type.code === code && type.validFrom <= on).toSorted((a, b) => b.version - a.version)[0]

/** The kinds of matter that can be begun on a day, each in its version of that day. */
export const listMatterTypes = (on: PlainDate): readonly MatterType[] =>
  [...new Set(matterTypes.map(({ code }) => code))].flatMap((code) => findMatterType(code, on) ?? [])

/** The name of a kind in its latest version; of one that was never declared, that it is unknown. */
export const nameOfType = (code: string): MatterType['name'] =>
  matterTypes.findLast((type) => type.code === code)?.name ?? { zh: '不明', en: 'Unknown' }

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PlainDate } from '../../src/kernel/plain-date.ts'
import { RegionCode } from '../../src/kernel/region-code.ts'
import { repositoryPath } from '../../src/platform/config/repository-path.ts'

/** `gt` is 余, 多, 超过, 逾; `approx` is 近. */
export const COMPARISONS = ['eq', 'gt', 'approx'] as const

const Asked = z.object({
  /** The indicator that shows it. */
  code: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  /** A word of the indicator's dimension, where the figure is one part of it. */
  word: z.string().min(1).optional(),
  place: RegionCode,
  /** Both days are included; for what stands as of a day both are that day. */
  from: PlainDate,
  to: PlainDate,
})
export type Asked = z.infer<typeof Asked>

const Stated = z.object({
  seed: z.string().regex(/^\d{3}$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  stated: z.string().regex(/^\d+(\.\d+)?$|^\d{4}-\d{2}(-\d{2})?$/),
  unit: z.string().min(1),
  comparison: z.enum(COMPARISONS),
})

const MissionFigure = z.union([z.strictObject({ ...Stated.shape, ...Asked.shape }), z.strictObject(Stated.shape)])
/** A figure that a document states, and where the platform shows it; without a code it is missing. */
export type MissionFigure = z.infer<typeof Stated> & Partial<Asked>

const File = z.strictObject({ source: z.string().min(1), figures: z.array(MissionFigure) })

/** The 123 rows, checked. @throws naming every fault at once */
export function readMissionFigures(): readonly MissionFigure[] {
  const read = File.safeParse(JSON.parse(readFileSync(repositoryPath('data', 'mission', 'figures.json'), 'utf8')))
  if (!read.success) throw new Error(`data/mission/figures.json: ${z.prettifyError(read.error)}`)
  const names = read.data.figures.map(({ seed, zh }) => `${seed} ${zh}`)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  if (twice.length > 0) throw new Error(`data/mission/figures.json: twice ${twice.join(', ')}`)
  return read.data.figures
}

export const isAsked = (figure: MissionFigure): figure is MissionFigure & Asked => figure.code !== undefined

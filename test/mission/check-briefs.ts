import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Asked, isAsked, type MissionFigure } from './figures.ts'
import { MISSION_BRIEFS, type WrittenBrief, writeMissionBrief } from './mission-briefs.ts'
import { type Office, readAsked } from './office.ts'

const Bound = z.object({
  code: z.string(),
  word: z.string().optional(),
  place: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  value: z.number().nullable(),
  words: z.string(),
})
type Bound = z.infer<typeof Bound>

/** Whether a bound number is the one that a row asks for: the same indicator, word and place up to the same day. */
export const isBoundTo = (bound: Pick<Bound, 'code' | 'word' | 'place' | 'period'>, asked: Asked): boolean =>
  bound.code === asked.code && bound.word === asked.word && bound.place === asked.place && bound.period.to === asked.to

/** Rows of a document as its brief says them, and those that it does not say, or not as `figure.read` does. */
async function compareBrief(
  office: Office,
  { figures }: WrittenBrief,
  rows: readonly MissionFigure[],
): Promise<{ said: string[]; faults: string[] }> {
  const bounds = z.array(Bound).parse(figures)
  const asked = rows.filter(isAsked)
  const read = await readAsked(office, asked)
  const [said, faults]: [string[], string[]] = [[], []]
  for (const [at, row] of asked.entries()) {
    const bound = bounds.find((figure) => isBoundTo(figure, row))
    if (bound === undefined) faults.push(`${row.zh}: not in the brief`)
    else if (bound.value !== read[at]) faults.push(`${row.zh}: ${bound.value} in the brief, ${read[at]} by figure.read`)
    else said.push(`${row.zh}  ${row.stated} (${row.comparison})  ${bound.words}`)
  }
  return { said, faults }
}

/** Writes the briefs of documents as they stand now, and says each row of them in its words. @returns what a brief leaves out or says otherwise */
export async function compareBriefs(office: Office, rows: readonly MissionFigure[], say: (line: string) => void): Promise<string[]> {
  const all: string[] = []
  for (const about of MISSION_BRIEFS) {
    const own = rows.filter(({ seed }) => seed === about.document)
    if (own.length === 0) continue
    const began = performance.now()
    const brief = await writeMissionBrief(office, about, undefined)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const { said, faults } = await compareBrief(office, brief, own)
    for (const one of said) say(`  ${about.document} ${one}`)
    say(`brief of ${about.document}: ${said.length} of its ${own.length} rows in words, as figure.read gives them; written in ${seconds} s`)
    all.push(...faults.map((fault) => `brief of ${about.document}: ${fault}`))
  }
  return all
}

/** Has LibreOffice open Word files and write their pages beside them. @throws where it cannot */
export async function drawPages(directory: string, documents: readonly string[]): Promise<void> {
  const folder = resolve(directory)
  const own = `-env:UserInstallation=file://${folder}/office`
  const files = documents.map((document) => `${folder}/mission-${document}.docx`)
  await promisify(execFile)('soffice', ['--headless', own, '--convert-to', 'pdf', '--outdir', folder, ...files])
}

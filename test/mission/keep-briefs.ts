import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MISSION_BRIEFS, type MissionBrief, type WrittenBrief, writeMissionBrief } from './mission-briefs.ts'
import type { Office } from './office.ts'

export interface KeptBrief {
  readonly about: MissionBrief
  readonly word: Buffer
  readonly figures: number
}

/** The text as a reader sees it: numbers in their words. */
function textOf({ blocks, figures }: WrittenBrief): string {
  const words = new Map(figures.map((figure) => [figure.key, figure.words ?? '']))
  return blocks
    .map(({ inlines }) => inlines.map((inline) => (inline.kind === 'figure' ? words.get(inline.key ?? '') : inline.text)).join(''))
    .join('\n')
}

/** Writes the briefs of some documents as of a past day, each as a Word file and as plain text in the directory. */
export async function keepBriefs(office: Office, documents: readonly string[], directory: string): Promise<KeptBrief[]> {
  await mkdir(directory, { recursive: true })
  const kept: KeptBrief[] = []
  for (const about of MISSION_BRIEFS.filter(({ document }) => documents.includes(document))) {
    const brief = await writeMissionBrief(office, about, about.asOf)
    await writeFile(join(directory, `mission-${about.document}.docx`), brief.word)
    await writeFile(join(directory, `mission-${about.document}.txt`), textOf(brief))
    kept.push({ about, word: brief.word, figures: brief.figures.length })
  }
  return kept
}

/** Writes each again as of the same past day, whatever has been taken back since; a sentence for each that has other bytes. */
export async function findOtherBytes(office: Office, kept: readonly KeptBrief[]): Promise<string[]> {
  const faults: string[] = []
  for (const { about, word } of kept) {
    const again = await writeMissionBrief(office, about, about.asOf)
    if (!again.word.equals(word)) faults.push(`the brief of ${about.document} as of ${about.asOf} has other bytes than before`)
  }
  return faults
}

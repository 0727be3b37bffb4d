import { z } from 'zod'
import type { Office } from './office.ts'

/** The brief of a document: its template, the place it is about, its period, and a past day on which it could have been written. */
export interface MissionBrief {
  readonly document: string
  readonly template: string
  readonly place: string
  readonly from: string
  readonly to: string
  readonly asOf: string
}

export const MISSION_BRIEFS: readonly MissionBrief[] = [
  { document: '000', template: 'missionSystem', place: '500000000000', from: '2018-11-01', to: '2024-06-30', asOf: '2024-07-31' },
  { document: '001', template: 'missionLastMile', place: '500000000000', from: '2018-11-01', to: '2022-05-31', asOf: '2022-06-30' },
  { document: '002', template: 'missionOneTwoThreeFour', place: '520103000000', from: '2024-01-01', to: '2024-06-30', asOf: '2024-07-31' },
  { document: '003', template: 'missionProvince', place: '440000000000', from: '2018-10-01', to: '2021-06-30', asOf: '2021-07-31' },
  { document: '004', template: 'missionCity', place: '530300000000', from: '2019-01-01', to: '2025-03-31', asOf: '2025-04-30' },
]

const Written = z.object({ id: z.uuid() })
const Inline = z.looseObject({ kind: z.string(), text: z.string().optional(), key: z.string().optional() })
const Brief = z.object({
  text: z.looseObject({ blocks: z.array(z.looseObject({ kind: z.string(), inlines: z.array(Inline) })) }),
  figures: z.array(z.looseObject({ key: z.string(), code: z.string(), words: z.string().optional() })),
})
const Word = z.object({ name: z.string(), content: z.base64() })

export interface WrittenBrief {
  readonly id: string
  readonly figures: z.infer<typeof Brief>['figures']
  readonly blocks: z.infer<typeof Brief>['text']['blocks']
  /** The Word file. */
  readonly word: Buffer
}

/** Writes the brief of a document over HTTP and brings its Word file. @param asOf a past day, or undefined for now */
export async function writeMissionBrief(office: Office, about: MissionBrief, asOf: string | undefined): Promise<WrittenBrief> {
  const { template, place, from, to } = about
  const input = { template, place, period: { from, to }, ...(asOf === undefined ? {} : { asOf }) }
  const { id } = Written.parse(await office.run('brief.write', input))
  const { text, figures } = Brief.parse(await office.see('brief.get', { id }))
  const { content } = Word.parse(await office.see('brief.word', { id, origin: 'https://guidui.example' }))
  return { id, figures, blocks: text.blocks, word: Buffer.from(content, 'base64') }
}

import { z } from 'zod'
import type { Office } from './office.ts'

/** A record as the list of work shows it. */
const PlainRecord = z.object({
  id: z.uuid(),
  kind: z.string(),
  unitCode: z.string(),
  on: z.string(),
  until: z.string().nullable(),
  values: z.record(z.string(), z.string()),
  state: z.enum(['counts', 'ended', 'corrected', 'counterRecord']),
})
export type PlainRecord = z.infer<typeof PlainRecord>

const Page = z.object({ rows: z.array(PlainRecord), next: z.string().optional() })

/** Every record of a place that has not been taken back, page by page over HTTP. */
export async function listRecords(office: Office, place: string): Promise<PlainRecord[]> {
  const all: PlainRecord[] = []
  for (let cursor: string | undefined; ; ) {
    const page = Page.parse(await office.see('work.list', { place, limit: 500, ...(cursor === undefined ? {} : { cursor }) }))
    all.push(...page.rows.filter(({ state }) => state === 'counts' || state === 'ended'))
    if (page.next === undefined) return all
    cursor = page.next
  }
}

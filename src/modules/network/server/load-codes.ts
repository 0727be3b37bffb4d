import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { PoolClient } from 'pg'
import { z } from 'zod'

const Code = z.object({
  list: z.enum(['duty', 'amenity']),
  code: z.string().regex(/^[a-zA-Z]+$/),
  name_zh: z.string().min(1),
  name_en: z.string().min(1),
  sort_order: z.coerce.number().int(),
})

/** Brings the code lists up to date. A code is never taken away, for rows may bear it. */
export async function loadCodes(client: PoolClient, folder: string): Promise<void> {
  const text = await readFile(join(folder, 'network', 'codes.csv'), 'utf8')
  const codes = z.array(Code).parse(parse(text, { columns: true }))
  await client.query(
    `insert into network.codes (list, code, name_zh, name_en, sort_order)
     select * from jsonb_to_recordset($1::jsonb) as c (list text, code text, name_zh text, name_en text, sort_order int)
     on conflict (list, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, sort_order = excluded.sort_order`,
    [JSON.stringify(codes)],
  )
}

import type { Tx } from '../../../../../platform/database/tx.ts'
import type { Matter } from '../../../contract.ts'
import { type DocumentAsk, holds } from '../../../domain/matters/matter-type.ts'
import type { LoadedMatter } from '../matter-rows.ts'

interface Given {
  readonly how: string
  readonly at: string
  readonly files: string[]
}

/** Papers asked for by what was answered, with how each came last and every copy that is kept. */
export async function documentsOf(tx: Tx, { row, rules, state }: LoadedMatter): Promise<Matter['documents']> {
  const { rows } = await tx.query<Given & { code: string }>(
    `select code, (array_agg(how order by given_at desc))[1] as how, max(given_at) as at,
            coalesce(array_agg(file_id order by given_at) filter (where file_id is not null), '{}') as files
       from casework.matter_documents where bureau_code = left($2, 6) and matter_id = $1 group by code`,
    [row.id, row.unit_code],
  )
  const given = new Map(rows.map(({ code, how, at, files }) => [code, { how, at: new Date(at).toISOString(), files }]))
  return rules.type.documents
    .filter(({ when }) => holds(when, state.answers))
    .map((document) => ({ ...shownOf(document), given: given.get(document.code) ?? null }))
}

const shownOf = ({ code, name, required, hint, photo }: DocumentAsk) => ({
  code,
  name,
  required,
  ...(hint ? { hint } : {}),
  ...(photo ? { photo } : {}),
})

import { parsePhone } from '../../../../kernel/phone.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { openField } from '../rows/person-row.ts'

/**
 * The mobile number on a living person's file, for a text to be sent to: nothing else of the file is opened. Of a file that was
 * merged it is the number on the file that was kept; of one that was handed over, the number where it lies now. Undefined
 * where there is none, or where it is a landline.
 */
export async function findMobile({ tx, secrets }: { tx: Tx; secrets: Secrets }, personId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string; phone: Buffer | null }>(
    `select kept.id, kept.phone from registry.people p
       join registry.people kept on kept.id = coalesce(p.merged_into, p.id) and kept.status = 'active'
      where p.id = $1`,
    [personId],
  )
  const number = rows[0] && openField(secrets, 'phone', rows[0])
  const read = number ? parsePhone(number) : undefined
  return read?.ok && read.value.kind === 'mobile' ? read.value.value : undefined
}

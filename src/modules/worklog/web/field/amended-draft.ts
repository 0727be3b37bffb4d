import { useEffect, useState } from 'react'
import { FileId, type PersonId } from '../../../../kernel/id.ts'
import { see } from '../../../../ui/api/use-view.ts'
import type { AmendedItem } from '../../../../ui/field-part.ts'
import { getPerson } from '../../../registry/contract.ts'
import { type KindOnDesk, recordWork } from '../../contract.ts'
import type { EvidenceDraft } from '../evidence/EvidenceField.tsx'
import { draftOfRecord, type WorkDraft } from '../form/work-draft.ts'

/** A record that was kept on this device, as its form shows it again. */
export interface WrittenWork {
  readonly kind: KindOnDesk
  readonly draft: WorkDraft
  readonly evidence: readonly EvidenceDraft[]
  readonly replaces: string
}

/** Opens a kept record again; null while its people are asked for, undefined where its form is not there any more. */
export function useWritten(amended: AmendedItem | undefined, kinds: readonly KindOnDesk[]): WrittenWork | null | undefined {
  const [written, setWritten] = useState<WrittenWork | null | undefined>(amended && null)
  useEffect(() => {
    if (amended) void readWritten(amended, kinds).then(setWritten)
  }, [amended, kinds])
  return written
}

async function readWritten({ body, photos, replaces }: AmendedItem, kinds: readonly KindOnDesk[]): Promise<WrittenWork | undefined> {
  const fields = recordWork.input.safeParse(body).data
  const kind = kinds.find(({ code }) => code === fields?.kind)
  if (!fields || !kind) return undefined
  const people = await Promise.all(fields.personIds.map(seenPerson))
  const organisation = fields.organisation ? { name: fields.organisation.name, uscc: fields.organisation.uscc ?? null } : null
  const draft = draftOfRecord({ ...fields, until: fields.until ?? null, people, organisation }, kind)
  const here = new Map(photos.map(({ id, hash }) => [id, hash]))
  const evidence = fields.evidence.map((id) => ({ id: FileId.parse(id), isPicture: here.has(id), hash: here.get(id) }))
  return { kind, draft, evidence, replaces }
}

/** Whoever cannot be asked for now stays named, without a name that is shown. */
async function seenPerson(id: PersonId): Promise<WorkDraft['people'][number]> {
  const file = await see(getPerson, { personId: id }).catch(() => undefined)
  return { id, nameMasked: file?.nameMasked ?? '*' }
}

import type { z } from 'zod'
import type { mergePersons, PersonFile } from '../../contract.ts'

/** A field that a merge may take from the file that goes. */
export type MergeField = NonNullable<z.input<typeof mergePersons.input>['take']>[number]

export interface MergeRow {
  field: MergeField
  kept: string | null
  gone: string | null
  /** `differs`: the clerk chooses; `filled`: only the file that goes has it, so it comes over by itself. */
  kind: 'same' | 'differs' | 'filled' | 'alone'
}

const SHOWN = {
  name: 'nameMasked',
  citizenId: 'citizenIdMasked',
  phone: 'phoneMasked',
  address: 'addressMasked',
  bankCard: 'bankCardMasked',
  householdRegion: 'householdRegion',
  residenceRegion: 'residenceRegion',
  politicalStatus: 'politicalStatus',
  maritalStatus: 'maritalStatus',
  education: 'education',
  employment: 'employment',
  living: 'living',
} as const satisfies Record<MergeField, keyof PersonFile>

/** What is masked may look alike and yet differ, so for these the clerk always chooses. */
const MASKED: readonly MergeField[] = ['name', 'citizenId', 'phone', 'address', 'bankCard']

type Shown = Pick<PersonFile, (typeof SHOWN)[MergeField]>

/** Two files of one citizen, field by field; fields that neither has are left out. */
export function compareFiles(kept: Shown, gone: Shown): MergeRow[] {
  return (Object.keys(SHOWN) as MergeField[]).flatMap((field) => {
    const [ours, theirs] = [kept[SHOWN[field]], gone[SHOWN[field]]]
    return ours === null && theirs === null ? [] : [{ field, kept: ours, gone: theirs, kind: kindOf(field, ours, theirs) }]
  })
}

function kindOf(field: MergeField, kept: string | null, gone: string | null): MergeRow['kind'] {
  if (kept === null) return 'filled'
  if (gone === null) return 'alone'
  return kept === gone && !MASKED.includes(field) ? 'same' : 'differs'
}

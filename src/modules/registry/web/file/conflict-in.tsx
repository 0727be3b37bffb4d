import type { ReactNode } from 'react'
import type { PersonFile } from '../../contract.ts'
import type { RegistryRefusal } from '../refusal-sentence.ts'
import { ConflictNote } from './ConflictNote.tsx'

type Meanwhile = Extract<RegistryRefusal, { code: 'changed-meanwhile' }>

interface SeenForm {
  readonly refusal?: RegistryRefusal | undefined
  set(change: { version: number }): void
  submit(change: { version: number }): Promise<unknown>
}

interface WaysOn {
  readonly file: PersonFile
  /** What was saved meanwhile is left as it is. */
  readonly onTheirs: (meanwhile: Meanwhile) => void
}

/** What a form says where others saved the same fields first; undefined where nobody did. */
export function conflictIn(form: SeenForm, { file, onTheirs }: WaysOn): ReactNode {
  const { refusal } = form
  if (refusal?.code !== 'changed-meanwhile') return undefined
  const onMine = () => {
    // Kept in the form too: another try after a lost answer must send the same.
    form.set({ version: refusal.version })
    void form.submit({ version: refusal.version })
  }
  return <ConflictNote file={file} fields={refusal.fields} onMine={onMine} onTheirs={() => onTheirs(refusal)} />
}

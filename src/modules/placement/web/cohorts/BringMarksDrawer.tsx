import { useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useStoredFile, withStored } from '../../../../ui/api/use-stored-file.ts'
import { FileField } from '../../../../ui/fields/FileField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { bringMarks } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { cohortMessages } from './messages-cohorts.ts'

/** Brings the marks of an exam from a workbook: all of them, or none and the rows that are wrong. */
export function BringMarksDrawer({ cohortId, onClose }: { cohortId: string; onClose: () => void }) {
  const text = useText(cohortMessages)
  const sentence = useMarksRefusal()
  const [file, setFile] = useState<File>()
  const stored = useStoredFile()
  const form = useAction(bringMarks, { onDone: onClose })
  const save = async () => {
    const fileId = file && (await stored.store(file))
    if (fileId !== undefined) await form.send({ cohortId, fileId })
  }
  return (
    <ActionDrawer
      title={text('cohorts.marks')}
      saveLabel={text('cohorts.marksSave')}
      action={withStored(form, stored)}
      refused={form.refusal && sentence(form.refusal)}
      blocked={file ? undefined : text('cohorts.marksFile')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <FileField label={text('cohorts.marksFile')} hint={text('cohorts.marksHint')} stored={stored} onChange={setFile} />
    </ActionDrawer>
  )
}

function useMarksRefusal() {
  const text = useText(cohortMessages)
  return (refusal: z.output<typeof bringMarks.refusal>): string => {
    if (refusal.code !== 'rows-wrong') return text(`cohorts.refusal.${refusal.code}`, valuesOf(refusal))
    const first = refusal.rows[0]
    const why = first ? text(`cohorts.why.${first.why}`) : ''
    return text('cohorts.refusal.rows-wrong', { count: refusal.rows.length, row: first?.row ?? 0, why })
  }
}

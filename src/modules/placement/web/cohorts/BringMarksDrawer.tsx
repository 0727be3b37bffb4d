import { useState } from 'react'
import type { z } from 'zod'
import type { Problem } from '../../../../ui/api/problem.ts'
import { uploadFile } from '../../../../ui/api/upload-file.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
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
  const [problem, setProblem] = useState<Problem>()
  const form = useAction(bringMarks, { onDone: onClose })
  const save = async () => {
    if (!file) return
    const stored = await uploadFile(file)
    setProblem(stored.kind === 'problem' ? stored.problem : undefined)
    if (stored.kind === 'value') await form.send({ cohortId, fileId: stored.value.id })
  }
  return (
    <ActionDrawer
      title={text('cohorts.marks')}
      saveLabel={text('cohorts.marksSave')}
      action={{ ...form, problem: problem ?? form.problem }}
      refused={form.refusal && sentence(form.refusal)}
      blocked={file ? undefined : text('cohorts.marksFile')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <FormField label={text('cohorts.marksFile')} hint={text('cohorts.marksHint')}>
        {(field) => <input {...field} type="file" accept=".xlsx,.csv" onChange={(event) => setFile(event.target.files?.[0])} />}
      </FormField>
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

import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { type FieldPart, useFieldParts } from '../../../../../ui/field-part.ts'
import { useLanguage } from '../../../../../ui/text/language.ts'

/** What other modules record in the field, a button each. */
export function PartButtons() {
  const language = useLanguage()
  const parts = useFieldParts()
  const [open, setOpen] = useState<FieldPart>()
  const Recorder = open?.element
  return (
    <>
      {parts.map((part) => (
        <Button key={part.key} size="middle" onClick={() => setOpen(part)}>
          {part.label[language]}
        </Button>
      ))}
      {Recorder && (
        <Suspense>
          <Recorder onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  )
}

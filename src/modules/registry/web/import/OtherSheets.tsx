import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Import, startImport } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { previewKey } from './use-preview.ts'

/** The sheets of the workbook that this import leaves alone: said, and looked at with one click by whoever brought it. */
export function OtherSheets({ row: { fileId, unitCode, sheet, otherSheets } }: { row: Import }) {
  const text = useText(registryMessages)
  const go = useNavigate()
  const client = useQueryClient()
  const look = useAction(startImport, {
    onDone: ({ importId, preview }) => {
      client.setQueryData(previewKey(importId), preview)
      void go(`/desk/imports/${importId}`)
    },
  })
  if (otherSheets.length === 0 || sheet === null) return null
  return (
    <div className="other-sheets">
      <p className="note" data-tone="amber">
        <Icon name="warning" size={14} /> {text('registry.import.otherSheets', { sheet, count: otherSheets.length })}
      </p>
      {look.problem && <ErrorState problem={look.problem} slim />}
      {look.refusal && <RefusalNote refusal={look.refusal} />}
      <div className="row acts">
        {otherSheets.map((other) => (
          <Button
            key={other}
            disabled={fileId === null || look.sending}
            onClick={() => fileId && void look.send({ fileId, unitCode, sheet: other })}
          >
            {text('registry.import.lookAtSheet', { sheet: other })}
          </Button>
        ))}
      </div>
    </div>
  )
}

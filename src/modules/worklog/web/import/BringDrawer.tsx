import { Button, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useStoredFile, withStored } from '../../../../ui/api/use-stored-file.ts'
import { FileField } from '../../../../ui/fields/FileField.tsx'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { bringWork, type KindOnDesk } from '../../contract.ts'
import { KindPicker } from '../form/KindPicker.tsx'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { Refused } from '../Refused.tsx'

interface BringDrawerProps {
  kinds: readonly KindOnDesk[]
  first: KindOnDesk | undefined
  place: UnitCode
  onClose: () => void
}

type Brought = z.output<typeof bringWork.output>

/** Many at once from a sheet of any kind: it is looked at first, then what is right is brought in. */
export function BringDrawer({ kinds, first, place, onClose }: BringDrawerProps) {
  const text = useText(workMessages)
  const [kind, setKind] = useState(first)
  if (kind) return <SheetOfKind key={kind.code} kind={kind} place={place} onClose={onClose} />
  return (
    <QuickEntry key="pick" open title={text('work.bring.title')} onClose={onClose} onSave={onClose} blocked={text('work.bring.needKind')}>
      <KindPicker kinds={kinds} onPick={setKind} />
    </QuickEntry>
  )
}

function SheetOfKind({ kind, place, onClose }: { kind: KindOnDesk; place: UnitCode; onClose: () => void }) {
  const text = useText(workMessages)
  const { nameOf } = useKindWords()
  const [sheet, setSheet] = useState('')
  const [file, setFile] = useState<File>()
  const [seen, setSeen] = useState<Brought>()
  const stored = useStoredFile()
  const action = useAction(bringWork, { onDone: setSeen })
  const isLooked = seen !== undefined && !seen.landed && seen.fresh > 0
  const mayUpload = useAccount().grants.includes('person.import')
  const send = async () => {
    const asked = { kind: kind.code, unitCode: place, land: isLooked }
    if (!file) {
      stored.reset()
      return void (await action.send({ ...asked, source: { sheet } }))
    }
    const fileId = await stored.store(file)
    if (fileId !== undefined) await action.send({ ...asked, source: { fileId } })
  }
  const isEmpty = sheet.trim() === '' && !file
  return (
    <ActionDrawer
      width={620}
      title={`${text('work.bring.title')} · ${nameOf(kind)}`}
      saveLabel={isLooked ? text('work.bring.land', { count: seen.fresh }) : text('work.bring.look')}
      action={withStored(action, stored)}
      refused={<Refused refusal={action.refusal} />}
      isTouched={sheet !== '' && !seen?.landed}
      blocked={isEmpty ? text('work.bring.needSheet') : undefined}
      onSave={() => void send()}
      onClose={onClose}
    >
      {seen && <WhatWasSeen seen={seen} />}
      <FormField label={text('work.bring.sheet')} hint={text('work.bring.sheetHint', { columns: useColumns(kind).join('、') })}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={10}
            spellCheck={false}
            value={sheet}
            onChange={(event) => {
              setSheet(event.target.value)
              setSeen(undefined)
            }}
          />
        )}
      </FormField>
      {mayUpload && (
        <FileField
          label={text('work.bring.file')}
          optional
          stored={stored}
          onChange={(chosen) => {
            setFile(chosen)
            setSeen(undefined)
          }}
        />
      )}
      {seen?.landed && <Button onClick={onClose}>{text('drawer.close')}</Button>}
    </ActionDrawer>
  )
}

/** The columns that a sheet of the kind may have; the reader of sheets knows them by these names. */
function useColumns({ state, organisation, people, fields }: KindOnDesk): string[] {
  const text = useText(workMessages)
  return [
    text(state ? 'work.since' : 'work.on'),
    ...(state ? [text('work.until')] : []),
    ...(organisation === 'none' ? [] : [text('work.organisation'), text('work.uscc')]),
    ...(people === 'none' ? [] : ['身份证号']),
    ...fields.map(({ zh }) => zh),
    '单位代码',
  ]
}

function WhatWasSeen({ seen }: { seen: Brought }) {
  const text = useText(workMessages)
  const { rows, fresh, already, wrongRows: wrong, landed } = seen
  return (
    <div className="work-seen" role="status">
      <p>{landed ? text('work.bring.landed', { fresh, already, wrong }) : text('work.bring.seen', { rows, fresh, already, wrong })}</p>
      <ul>
        {seen.wrong.map((one) => (
          <li key={`${one.row} ${one.column} ${one.why}`}>
            {text('work.bring.wrongRow', { row: one.row, column: one.column, why: text(`work.fault.${one.why}`) })}
          </li>
        ))}
      </ul>
    </div>
  )
}

import { Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { FileId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { type StoredFile, useStoredFile, withStored } from '../../../../ui/api/use-stored-file.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { FileField } from '../../../../ui/fields/FileField.tsx'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { bringRates, type RateEntry } from '../../contract.ts'
import { Refused } from '../Refused.tsx'
import { rateMessages } from './messages-rates.ts'
import { draftSheet, type Family } from './sheet-draft.ts'
import { useFaultSentences } from './use-fault-sentences.ts'

interface EnterRatesProps {
  unitCode: UnitCode
  entries: readonly RateEntry[]
  mayEnterFloor: boolean
  onClose: () => void
}

const EMPTY = { version: '', title: '', issuer: '', sourceDoc: '', effectiveFrom: '', layer: 'local' as 'local' | 'national' }

/** A notice: its head, and its amounts as a sheet that is written, pasted or brought as a file. */
export function EnterRatesDrawer({ unitCode, entries, mayEnterFloor, onClose }: EnterRatesProps) {
  const text = useText(rateMessages)
  const [head, setHead] = useState(EMPTY)
  const [unit, setUnit] = useState<'year' | 'month'>('year')
  const [sheet, setSheet] = useState<File | string>(() => draftSheet(entries, 'DIS'))
  const stored = useStoredFile()
  const form = useAction(bringRates, { onDone: onClose })
  const isFilled =
    [head.version, head.title, head.issuer, head.sourceDoc].every((one) => one.trim().length >= 2) && head.effectiveFrom !== ''
  const save = async () => {
    const effectiveFrom = head.effectiveFrom as PlainDate
    const send = (source: { fileId: FileId } | { sheet: string }) =>
      form.send({ unitCode, source, unit, head: { ...head, effectiveFrom, effectiveTo: null } })
    if (typeof sheet === 'string') {
      stored.reset()
      return void (await send({ sheet }))
    }
    const fileId = await stored.store(sheet)
    if (fileId !== undefined) await send({ fileId })
  }
  const refusal = useRefusalSentence(form.refusal)
  return (
    <ActionDrawer
      width={560}
      title={text('rates.enter')}
      saveLabel={text('rates.save')}
      action={withStored(form, stored)}
      refused={<Refused {...refusal} />}
      isTouched={head !== EMPTY}
      promise={text('rates.promise')}
      blocked={isFilled ? undefined : text('rates.incomplete')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <HeadFields head={head} onChange={setHead} mayEnterFloor={mayEnterFloor} />
      <ChoiceField
        label={text('rates.unit')}
        value={unit}
        onChange={setUnit}
        options={[
          ['year', text('rates.unit.year')],
          ['month', text('rates.unit.month')],
        ]}
      />
      <SheetField entries={entries} sheet={sheet} stored={stored} onChange={setSheet} />
    </ActionDrawer>
  )
}

type Head = typeof EMPTY

function HeadFields({ head, onChange, mayEnterFloor }: { head: Head; onChange: (head: Head) => void; mayEnterFloor: boolean }) {
  const text = useText(rateMessages)
  const line = (key: 'version' | 'title' | 'issuer' | 'sourceDoc' | 'effectiveFrom') => ({
    value: head[key],
    onChange: (value: string) => onChange({ ...head, [key]: value }),
  })
  return (
    <>
      <LineField label={text('rates.name')} {...line('title')} />
      <LineField label={text('rates.issuerField')} {...line('issuer')} />
      <LineField label={text('rates.sourceField')} {...line('sourceDoc')} />
      <LineField label={text('rates.version')} hint={text('rates.versionHint')} {...line('version')} />
      <LineField label={text('rates.from')} type="date" {...line('effectiveFrom')} />
      {mayEnterFloor && (
        <ChoiceField
          label={text('rates.layer')}
          value={head.layer}
          onChange={(layer) => onChange({ ...head, layer })}
          options={[
            ['local', text('rates.local')],
            ['national', text('rates.national')],
          ]}
        />
      )}
    </>
  )
}

interface SheetFieldProps {
  entries: readonly RateEntry[]
  sheet: File | string
  stored: StoredFile
  onChange: (sheet: File | string) => void
}

function SheetField({ entries, sheet, stored, onChange }: SheetFieldProps) {
  const text = useText(rateMessages)
  const [way, setWay] = useState<'paste' | 'file'>('paste')
  const [family, setFamily] = useState<Family>('DIS')
  // Who may store files of people may bring one; the others type or paste.
  const mayUpload = useAccount().grants.includes('person.import')
  const choose = (chosen: Family) => {
    setFamily(chosen)
    onChange(draftSheet(entries, chosen))
  }
  return (
    <>
      <ChoiceField
        label={text('rates.way')}
        value={way}
        onChange={setWay}
        options={[['paste', text('rates.way.paste')], ...(mayUpload ? [['file', text('rates.way.file')] as const] : [])]}
      />
      {way === 'paste' ? (
        <>
          <ChoiceField
            label={text('rates.family')}
            value={family}
            onChange={choose}
            options={(['DIS', 'KIN', 'OTHER'] as const).map((one) => [one, text(`rates.family.${one}`)] as const)}
          />
          <FormField label={text('rates.sheet')} hint={text('rates.sheetHint')}>
            {(field) => (
              <Input.TextArea
                {...field}
                rows={14}
                spellCheck={false}
                value={typeof sheet === 'string' ? sheet : ''}
                onChange={(event) => onChange(event.target.value)}
              />
            )}
          </FormField>
        </>
      ) : (
        <FileField label={text('rates.file')} hint={text('rates.fileHint')} stored={stored} onChange={(file) => onChange(file ?? '')} />
      )}
    </>
  )
}

function useRefusalSentence(refusal: z.output<typeof bringRates.refusal> | undefined) {
  const text = useText(rateMessages)
  const faultSentences = useFaultSentences()
  if (!refusal) return { sentence: undefined }
  switch (refusal.code) {
    case 'table-broken':
      return { sentence: text('rates.refusal.table-broken', { count: refusal.faults.length }), reasons: faultSentences(refusal.faults) }
    case 'rows-wrong':
      return {
        sentence: text('rates.refusal.rows-wrong', { count: refusal.rows.length }),
        reasons: refusal.rows.map(({ row, why }) => text(`rates.wrong.${why}`, { row })),
      }
    case 'unreadable':
      return { sentence: text('rates.refusal.unreadable', { sentence: refusal.sentence }) }
    case 'version-taken':
      return { sentence: text('rates.refusal.version-taken', { version: refusal.version }) }
    default:
      return { sentence: text(`rates.refusal.${refusal.code}`) }
  }
}

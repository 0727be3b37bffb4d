import { Link } from 'react-router'
import type { z } from 'zod'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { Chips } from '../../../../ui/fields/Chips.tsx'
import { FieldGroup } from '../../../../ui/fields/FieldGroup.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { askExport, FullColumn, PersonFilter, WITHOUT_APPROVAL } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { TextField } from '../form/TextField.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { whyApproval } from './approval.ts'
import { FilterLine } from './FilterLine.tsx'
import './export.css'

interface ExportDrawerProps {
  filter: z.input<typeof askExport.input>['filter']
  place: string
  people: number
  onClose: () => void
}

/** Asks for the roster as it is filtered now; says before asking whether a second person must agree. */
export function ExportDrawer({ filter, place, people, onClose }: ExportDrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(askExport, { initial: { filter, purpose: '', full: [] } })
  const maySeeFull = useAccount().grants.includes('person.unmask')
  const full = form.values.full ?? []
  const why = whyApproval(people, full)
  const title = text('registry.export.ask')
  if (form.value) {
    const { status, people: asked } = form.value
    return (
      <FormDrawer title={title} form={form} onSave={onClose} onClose={onClose} saveLabel={text('drawer.close')}>
        <p role="status">{text(status === 'waiting' ? 'registry.export.waits' : 'registry.export.queued', { count: count(asked) })}</p>
        <Link to="/desk/exports?side=mine">{text('registry.export.seeAll')}</Link>
      </FormDrawer>
    )
  }
  const send = text(why ? 'registry.export.send' : 'registry.export.sendNow')
  return (
    <FormDrawer title={title} saveLabel={send} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <p className="export-line">{text('registry.export.what', { place, count: count(people) })}</p>
      <FilterLine filter={PersonFilter.parse(filter)} />
      <p className="note">{text('registry.export.masked')}</p>
      <TextField
        label={text('registry.export.purpose')}
        hint={text('registry.export.purposeHint')}
        lines={2}
        maxLength={300}
        value={form.values.purpose}
        error={form.errorAt('purpose')}
        onChange={(purpose) => form.set({ purpose })}
      />
      {maySeeFull && (
        <FieldGroup
          label={
            <>
              {text('registry.export.full')} <span className="faint">{text('registry.export.fullHint')}</span>
            </>
          }
        >
          <Chips
            options={FullColumn.options.map((value) => ({ value, label: codeWord(text, 'field', value) }))}
            chosen={full}
            onChange={(chosen) => form.set({ full: chosen })}
          />
        </FieldGroup>
      )}
      <p className="note" data-tone={why && 'amber'} role="status">
        {why
          ? text('registry.export.needsApproval', { why: text(`registry.export.why.${why}`, { count: WITHOUT_APPROVAL }) })
          : text('registry.export.noApproval', { count: WITHOUT_APPROVAL })}
      </p>
    </FormDrawer>
  )
}

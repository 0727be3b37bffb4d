import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { useAction } from '../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../ui/layout/ActionDrawer.tsx'
import { useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { type TemplateEntry, writeBrief } from '../contract.ts'
import { briefMessages } from './messages.ts'
import { Refused } from './Refused.tsx'
import { spanOf, WHICH, type Which } from './spans.ts'

interface NewBriefProps {
  place: RegionCode
  today: PlainDate
  templates: readonly TemplateEntry[]
  onClose: () => void
}

/** Template, period, and as of when: the draft is written by the server and opened. */
export function NewBriefDrawer({ place, today, templates, onClose }: NewBriefProps) {
  const text = useText(briefMessages)
  const language = useLanguage()
  const navigate = useNavigate()
  const [template, setTemplate] = useState(templates.find(({ code }) => code === 'monthBrief')?.code ?? templates[0]?.code ?? '')
  const [which, setWhich] = useState<Which>('month')
  const [own, setOwn] = useState({ from: today as string, to: today as string })
  const [asOf, setAsOf] = useState('')
  const form = useAction(writeBrief, { onDone: ({ id }) => void navigate(`/desk/briefs/${id}`) })
  const period = which === 'own' ? { from: own.from as PlainDate, to: own.to as PlainDate } : spanOf(which, today)
  const chosen = templates.find(({ code }) => code === template)
  const save = () => void form.send({ place, template, period, ...(asOf === '' ? {} : { asOf: asOf as PlainDate }) })
  const missing = chosen?.missing ?? []
  return (
    <ActionDrawer
      title={text('briefs.new')}
      saveLabel={text('briefs.write')}
      promise={text('briefs.writePromise')}
      action={form}
      refused={<Refused refusal={form.refusal} />}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('briefs.template')}
        value={template}
        onChange={setTemplate}
        options={templates.map(({ code, zh, en }) => [code, language === 'en' ? en : zh])}
        hint={missing.length > 0 ? text('briefs.missing', { count: missing.length, codes: missing.join(', ') }) : undefined}
      />
      <ChoiceField
        label={text('briefs.which')}
        value={which}
        onChange={setWhich}
        options={WHICH.map((one) => [one, text(`briefs.which.${one}`)])}
      />
      {which === 'own' ? (
        <>
          <LineField label={text('briefs.from')} type="date" value={own.from} onChange={(from) => setOwn({ ...own, from })} />
          <LineField label={text('briefs.to')} type="date" value={own.to} onChange={(to) => setOwn({ ...own, to })} />
        </>
      ) : (
        <p className="faint">{text('briefs.days', period)}</p>
      )}
      <LineField label={text('briefs.asOf')} type="date" hint={text('briefs.asOfHint')} value={asOf} onChange={setAsOf} />
    </ActionDrawer>
  )
}

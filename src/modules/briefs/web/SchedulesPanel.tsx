import { Button } from 'antd'
import { useState } from 'react'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { useAction } from '../../../ui/api/use-action.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { endSchedule, listSchedules, setSchedule, type TemplateEntry } from '../contract.ts'
import { briefMessages } from './messages.ts'
import { Refused } from './Refused.tsx'

const RHYTHMS = ['week', 'month', 'halfYear'] as const
const CHANGED = ['brief.schedules'] as const

/** By which templates drafts are written by themselves. */
export function SchedulesPanel({ place, templates }: { place: RegionCode; templates: readonly TemplateEntry[] }) {
  const text = useText(briefMessages)
  const language = useLanguage()
  const query = useView(listSchedules, { place })
  const ending = useAction(endSchedule, { invalidates: CHANGED })
  const nameOf = (code: string) => {
    const found = templates.find((one) => one.code === code)
    return (language === 'en' ? found?.en : found?.zh) ?? code
  }
  return (
    <Panel title={text('briefs.schedules')}>
      <div className="brief-box">
        <ViewState query={query} lines={2}>
          {({ rows, canSet }) => (
            <>
              {rows.length === 0 && <p className="faint">{text('briefs.scheduleNone')}</p>}
              <ul className="brief-schedules">
                {rows.map(({ id, template, rhythm, writtenTo: _, next }) => (
                  <li key={id}>
                    <div>
                      <b>{nameOf(template)}</b>
                      <p className="faint">{text('briefs.next', { rhythm: text(`briefs.rhythm.${rhythm}`), on: next })}</p>
                    </div>
                    {canSet && (
                      <Button
                        size="small"
                        loading={ending.sending}
                        aria-label={text('briefs.endOf', { name: nameOf(template) })}
                        onClick={() => void ending.send({ id })}
                      >
                        {text('briefs.end')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              <Refused refusal={ending.refusal} />
              {canSet && <AddSchedule place={place} options={templates.map(({ code }) => [code, nameOf(code)])} />}
            </>
          )}
        </ViewState>
      </div>
    </Panel>
  )
}

function AddSchedule({ place, options }: { place: RegionCode; options: readonly (readonly [string, string])[] }) {
  const text = useText(briefMessages)
  const [template, setTemplate] = useState(options.find(([code]) => code === 'monthBrief')?.[0] ?? options[0]?.[0] ?? '')
  const [rhythm, setRhythm] = useState<(typeof RHYTHMS)[number]>('month')
  const form = useAction(setSchedule, { invalidates: CHANGED })
  const add = () => void form.send({ place, template, rhythm })
  return (
    <div className="brief-add">
      <ChoiceField label={text('briefs.template')} value={template} onChange={setTemplate} options={options} />
      <ChoiceField
        label={text('briefs.rhythm')}
        value={rhythm}
        onChange={setRhythm}
        options={RHYTHMS.map((one) => [one, text(`briefs.rhythm.${one}`)])}
      />
      {form.problem && <ErrorState problem={form.problem} onRetry={add} slim />}
      <Refused refusal={form.refusal} />
      <Button loading={form.sending} onClick={add}>
        {text('briefs.schedule')}
      </Button>
    </div>
  )
}

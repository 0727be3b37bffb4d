import { Button } from 'antd'
import { useState } from 'react'
import { useView } from '../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import * as figure from '../../indicators/contract.ts'
import type { Saying } from '../domain/say-amount.ts'
import { sayingsOf } from '../domain/sayings-of.ts'
import { briefMessages } from './messages.ts'
import { bindToken, markToken } from './read-line.ts'
import type { Caret } from './use-caret.ts'

/** A new number where the caret stands, by its indicator; and the mark of what is no number. */
export function InsertPanel({ caret }: { caret: Caret }) {
  const text = useText(briefMessages)
  const language = useLanguage()
  const query = useView(figure.list, {})
  const [code, setCode] = useState('visits')
  const [say, setSay] = useState<Saying>('exact')
  return (
    <Panel title={text('briefs.insert')}>
      <div className="brief-box">
        <ViewState query={query} lines={2}>
          {({ rows }) => {
            const nameOf = (one: string) => {
              const found = rows.find((row) => row.code === one)
              return (language === 'en' ? found?.en : found?.zh) ?? one
            }
            const chosen = rows.find((row) => row.code === code)
            const sayings = sayingsOf({ unitKind: chosen?.unitKind ?? '', isRatio: chosen?.form === 'ratio' })
            // What was chosen for another kind of number is kept for when it fits again.
            const fitting = sayings.includes(say) ? say : 'exact'
            const pending = text('briefs.pending', { name: nameOf(code) })
            return (
              <>
                <ChoiceField
                  label={text('briefs.indicator')}
                  value={code}
                  onChange={setCode}
                  options={rows.map((row) => [row.code, nameOf(row.code)])}
                />
                <ChoiceField
                  label={text('briefs.say')}
                  value={fitting}
                  onChange={setSay}
                  options={sayings.map((one) => [one, text(`briefs.say.${one}`)])}
                  hint={text('briefs.sayHint')}
                />
                <div className="brief-buttons">
                  <Button onClick={() => caret.insert(bindToken({ code, say: fitting }, { words: nameOf(code), title: pending }))}>
                    {text('briefs.insert')}
                  </Button>
                  <Button title={text('briefs.markHint')} onClick={() => caret.wrap(markToken)}>
                    {text('briefs.mark')}
                  </Button>
                </div>
                <p className="faint">{text('briefs.markHint')}</p>
              </>
            )
          }}
        </ViewState>
      </div>
    </Panel>
  )
}

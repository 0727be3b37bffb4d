import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listPools, openPool, type Pool } from '../../contract.ts'
import { StepForm } from '../candidates/StepForm.tsx'
import { usePlacementWords } from '../use-words.ts'
import { postMessages } from './messages-posts.ts'
import { usePostRefusal } from './use-post-refusal.ts'

/** Pools across counties, of a city and above. */
export function PoolsPanel({ unitCode }: { unitCode: UnitCode }) {
  const text = useText(postMessages)
  const [isOpening, setOpening] = useState(false)
  const query = useView(listPools, { place: unitCode })
  const isShown = query.data === undefined || query.data.pools.length > 0 || query.data.can.open
  if (!isShown) return null
  const side = query.data?.can.open && (
    <Button size="small" onClick={() => setOpening(true)}>
      {text('posts.poolOpen')}
    </Button>
  )
  return (
    <Panel title={text('posts.pools')} side={side}>
      <ViewState query={query}>
        {({ pools }) => (
          <ul className="placement-lines">
            {pools.length === 0 && <li>{text('posts.poolNone')}</li>}
            {pools.map(({ id, title, posts, seats, decidedOn }) => (
              <li key={id}>
                <Link to={`/desk/placement/pools/${id}`}>{text('posts.poolLine', { title, posts, seats })}</Link>
                {decidedOn === null && <span className="field-hint">{text('posts.poolWaits')}</span>}
              </li>
            ))}
          </ul>
        )}
      </ViewState>
      {isOpening && <OpenPoolDrawer unitCode={unitCode} onClose={() => setOpening(false)} />}
    </Panel>
  )
}

const SEASONS: readonly Pool['season'][] = ['spring', 'autumn']

function OpenPoolDrawer({ unitCode, onClose }: { unitCode: UnitCode; onClose: () => void }) {
  const text = useText(postMessages)
  const { text: words } = usePlacementWords()
  const sentence = usePostRefusal()
  const go = useNavigate()
  const [title, setTitle] = useState('')
  const [year, setYear] = useState(String(new Date().getFullYear()))
  const [season, setSeason] = useState<Pool['season']>('spring')
  const form = useAction(openPool, { onDone: ({ id }) => void go(`/desk/placement/pools/${id}`) })
  const save = () => void form.send({ unitCode, year: Number(year), season, title: title.trim() })
  return (
    <StepForm
      title={text('posts.poolOpen')}
      form={form}
      refused={sentence(form.refusal)}
      blocked={title.trim().length > 1 ? undefined : text('posts.required')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('posts.poolTitle')} value={title} onChange={setTitle} max={80} />
      <LineField label={text('posts.year')} value={year} onChange={setYear} isNumber max={4} />
      <ChoiceField
        label={text('posts.season')}
        value={season}
        onChange={setSeason}
        options={SEASONS.map((value) => [value, words(`placement.season.${value}`)] as const)}
      />
    </StepForm>
  )
}

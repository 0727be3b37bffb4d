import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../../ui/api/use-action.ts'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../ui/parts/Refused.tsx'
import { Tag, type Tone } from '../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../ui/table/WideTable.tsx'
import { acceptRepair, type Repair } from '../contract.ts'
import { facilityPath } from './paths.ts'
import { FixDrawer, OrderDrawer, ReturnDrawer } from './RepairDrawers.tsx'
import { useMemorialWords } from './use-memorial-words.ts'

const TITLES = ['name', 'item', 'what', 'foundOn', 'standing', 'photos', 'next'] as const
const TONES: Readonly<Record<Repair['state'], Tone>> = {
  found: 'red',
  ordered: 'amber',
  fixed: 'slate',
  accepted: 'green',
  takenBack: 'plain',
}

/** Defects and how far each is mended. */
export function RepairTable({ repairs, mayWrite }: { repairs: readonly Repair[]; mayWrite: boolean }) {
  const { text, item } = useMemorialWords()
  return (
    <WideTable label={text('memorial.repairs')} titles={TITLES.map((title) => text(`memorial.${title}`))}>
      {repairs.map((repair) => (
        <tr key={repair.id}>
          <th scope="row">
            <Link to={facilityPath(repair.facilityId)}>{repair.facilityName || '—'}</Link>
          </th>
          <td>{item(repair.item)}</td>
          <td>{repair.what}</td>
          <td>
            {repair.foundOn} <Age repair={repair} />
          </td>
          <td>
            <Standing repair={repair} />
          </td>
          <td>
            <Photos repair={repair} />
          </td>
          <td>{mayWrite && <RepairActs repair={repair} />}</td>
        </tr>
      ))}
    </WideTable>
  )
}

function Age({ repair: { days, state } }: { repair: Repair }) {
  const { text } = useMemorialWords()
  if (state === 'takenBack' || days === 0) return null
  const words = text(state === 'accepted' ? 'memorial.took' : 'memorial.days', { days })
  return state !== 'accepted' && days > 30 ? <Tag tone="red">{words}</Tag> : <span className="faint">{words}</span>
}

function Standing({ repair: { state, orderedTo, dueOn } }: { repair: Repair }) {
  const words = useMemorialWords()
  return (
    <>
      <Tag tone={TONES[state]}>{words.state(state)}</Tag>
      {state === 'ordered' && orderedTo && (
        <div className="faint">{words.text('memorial.orderedTo', { to: orderedTo, on: dueOn ?? '' })}</div>
      )}
    </>
  )
}

function Photos({ repair: { beforePhoto, afterPhoto } }: { repair: Repair }) {
  const { text } = useMemorialWords()
  const photos = [
    ['memorial.before', beforePhoto],
    ['memorial.after', afterPhoto],
  ] as const
  return (
    <span className="memorial-photos">
      {photos.map(
        ([label, id]) =>
          id && (
            <a key={label} href={`/api/papers/${id}`} target="_blank" rel="noreferrer">
              {text(label)}
            </a>
          ),
      )}
    </span>
  )
}

type Asked = 'order' | 'fix' | 'return'
const DRAWERS = { order: OrderDrawer, fix: FixDrawer, return: ReturnDrawer } as const

/** The steps that can be taken now. */
function RepairActs({ repair }: { repair: Repair }) {
  const { text, refusal } = useMemorialWords()
  const [asked, setAsked] = useState<Asked>()
  const form = useAction(acceptRepair)
  const accept = () => void form.send({ repairId: repair.id })
  const Drawer = asked && DRAWERS[asked]
  const { state, isOwnFix } = repair
  return (
    <>
      <div className="memorial-acts">
        {state === 'found' && <Button onClick={() => setAsked('order')}>{text('memorial.order')}</Button>}
        {state === 'ordered' && (
          <>
            <Button onClick={() => setAsked('fix')}>{text('memorial.fix')}</Button>
            <Button type="text" onClick={() => setAsked('order')}>
              {text('memorial.orderAnew')}
            </Button>
          </>
        )}
        {state === 'fixed' && isOwnFix && <span className="faint">{text('memorial.waitsForOther')}</span>}
        {state === 'fixed' && !isOwnFix && (
          <>
            <Button loading={form.sending} onClick={accept}>
              {text('memorial.accept')}
            </Button>
            <Button type="text" onClick={() => setAsked('return')}>
              {text('memorial.return')}
            </Button>
          </>
        )}
      </div>
      {form.problem && <ErrorState problem={form.problem} onRetry={accept} slim />}
      <Refused sentence={refusal(form.refusal)} />
      {Drawer && <Drawer repair={repair} onClose={() => setAsked(undefined)} />}
    </>
  )
}

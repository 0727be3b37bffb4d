import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { RegionCode, UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type KindOnDesk, listWorkKinds } from '../../contract.ts'
import { DUTIES } from '../../domain/kind.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { DefineDrawer } from './DefineDrawer.tsx'
import { RetireDrawer } from './RetireDrawer.tsx'
import '../work.css'

/** The kinds of record of a place by function of the station: what each asks for, and who records it. */
export function KindsPage() {
  const text = useText(workMessages)
  const place = (useAccount().unitCode as UnitCode).slice(0, 12) as RegionCode
  const query = useView(listWorkKinds, { place })
  const [isDefining, setDefining] = useState(false)
  const [retiring, setRetiring] = useState<KindOnDesk>()
  return (
    <div className="work-catalogue">
      <PageHead
        title={text('work.kinds.title')}
        note={text('work.kinds.note')}
        crumb={<Link to="/desk/work">{text('work.kinds.back')}</Link>}
        actions={
          query.data?.can.define && (
            <Button type="primary" size="middle" onClick={() => setDefining(true)}>
              {text('work.kinds.define')}
            </Button>
          )
        }
      />
      <ViewState query={query}>
        {({ kinds }) =>
          DUTIES.map((duty) => (
            <KindsOfDuty
              key={duty}
              title={text(`work.duty.${duty}`)}
              kinds={kinds.filter((kind) => kind.duty === duty)}
              onRetire={setRetiring}
            />
          ))
        }
      </ViewState>
      {isDefining && <DefineDrawer place={place} onClose={() => setDefining(false)} />}
      {retiring && <RetireDrawer kind={retiring} place={place} onClose={() => setRetiring(undefined)} />}
    </div>
  )
}

interface KindsOfDutyProps {
  title: string
  kinds: readonly KindOnDesk[]
  onRetire: (kind: KindOnDesk) => void
}

function KindsOfDuty({ title, kinds, onRetire }: KindsOfDutyProps) {
  const text = useText(workMessages)
  const { nameOf, language } = useKindWords()
  const glue = language === 'en' ? ', ' : '、'
  const fieldWords = ({ fields }: KindOnDesk): string =>
    fields.map((field) => `${nameOf(field)}${field.unit === undefined ? '' : `（${field.unit}）`}`).join(glue)
  return (
    <Panel title={title} count={kinds.length}>
      <ul className="work-catalogue-list">
        {kinds.map((kind) => (
          <li key={kind.code} data-off={kind.retired || undefined}>
            <Link to={`/desk/work?kind=${kind.code}`}>{nameOf(kind)}</Link>
            <span className="faint">{fieldWords(kind)}</span>
            <span className="tags">
              <Tag tone="slate">{text(kind.state ? 'work.kinds.lasting' : 'work.kinds.done')}</Tag>
              {kind.grewInto && <Tag tone="amber">{text('work.kinds.grewInto', { name: nameOf(kind.grewInto) })}</Tag>}
              {kind.ownOf !== null && <Tag tone="green">{text('work.own')}</Tag>}
              {kind.retired && <Tag tone="plain">{text('work.kinds.retired')}</Tag>}
              {kind.can.retire && (
                <Button type="text" className="link-button" onClick={() => onRetire(kind)}>
                  {text('work.kinds.retire')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

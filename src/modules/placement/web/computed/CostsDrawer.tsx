import { Drawer } from 'antd'
import { useView } from '../../../../ui/api/use-view.ts'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type ComputedPage as Computed, type Costs, seeCosts } from '../../contract.ts'
import { computedMessages } from './messages-computed.ts'
import '../placement.css'

interface CostsProps {
  round: Computed
  person: Computed['people'][number]
  onClose: () => void
}

const COLUMNS = ['kilometres', 'distance', 'misfit', 'hardship', 'total', 'dearer'] as const

/** What every open post costs one person, line by line. */
export function CostsDrawer({ round, person, onClose }: CostsProps) {
  const words = useText(computedMessages)
  const query = useView(seeCosts, { roundId: round.line.id, candidateId: person.candidateId })
  const title = words('placement.computed.costsTitle', { name: person.name })
  return (
    <Drawer open title={title} width={680} onClose={onClose}>
      <ViewState query={query}>{(costs) => <Table costs={costs} label={title} />}</ViewState>
    </Drawer>
  )
}

function Table({ costs, label }: { costs: Costs; label: string }) {
  const words = useText(computedMessages)
  return (
    <Wide isComparing label={label}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words('placement.computed.col.post')}</th>
            {COLUMNS.map((key) => (
              <th key={key} scope="col" className="number">
                {words(`placement.computed.col.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {costs.posts.map((post) => (
            <tr key={post.code}>
              <th scope="row">
                {post.code} {post.employer}
              </th>
              {COLUMNS.map((key) => (
                <td key={key} className="number">
                  {post[key] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

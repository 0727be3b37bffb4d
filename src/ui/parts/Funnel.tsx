import { count, percent } from '../text/format.ts'
import '../styles/figures.css'

export interface FunnelStage {
  key: string
  name: string
  /** How many have come at least so far. */
  reached: number
}

export interface FunnelProps {
  /** From the widest to the last. */
  stages: readonly FunnelStage[]
  /** The heads: 到了哪一步, 人数, 占列入. */
  heads: { stage: string; reached: string; share: string }
}

/** How many of those who set out have come how far: bars that grow narrower, each with its number and its share of the first. */
export function Funnel({ stages, heads }: FunnelProps) {
  const all = stages[0]?.reached ?? 0
  return (
    <table className="funnel">
      <thead>
        <tr>
          <th scope="col">{heads.stage}</th>
          <td />
          <th scope="col" className="r">
            {heads.reached}
          </th>
          <th scope="col" className="r">
            {heads.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {stages.map(({ key, name, reached }) => (
          <tr key={key} data-none={reached === 0 || undefined}>
            <th scope="row">{name}</th>
            <td className="funnel-bar">
              <i style={{ width: `${all === 0 ? 0 : (reached / all) * 100}%` }} />
            </td>
            <td className="r num">{count(reached)}</td>
            <td className="r num faint">{all === 0 ? '–' : percent(reached, all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { Button } from 'antd'
import { dayInChina } from '../../../../kernel/china-time.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { turned, turnedBack } from '../../../../ui/table/page-place.ts'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { listVersions } from '../../contract.ts'
import { byWords } from '../file/file-words.ts'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'
import { useRegionNames } from '../use-region.ts'
import { changeWords } from './change-words.ts'

/** Who changed what, when and why: newest first. */
export function VersionList({ personId }: { personId: string }) {
  const text = useText(registryMessages)
  const me = useAccount().id
  const { query, place, setPlace } = usePages(listVersions, { personId }, { key: 'versions', limit: 50 })
  const places = useRegionNames((query.data?.rows ?? []).flatMap(({ changes }) => changes.flatMap(regionsIn)))
  const classes = useClasses()
  const nameOf = (code: string) => places.get(code) || classes.nameOf(code)
  return (
    <ViewState query={query}>
      {({ rows, next }) => (
        <ol className="versions">
          {rows.map((row) => (
            <li key={row.version}>
              <div className="row">
                <b className="grow">{row.reason}</b>
                <span className="rule">
                  {text('registry.change.version', { count: row.version })} · {dayInChina(row.changedAt)} ·{' '}
                  {byWords(row.changedBy, me, text)}
                </span>
              </div>
              {row.source !== null && row.source !== '' && (
                <div className="rule">{text('registry.change.source', { source: row.source })}</div>
              )}
              <ul>
                {row.changes.map((change) => (
                  <li key={change.field} className="soft">
                    {changeWords(change, text, nameOf)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
          {(next !== undefined || place.cursors.length > 0) && (
            <li className="part-add">
              {place.cursors.length > 0 && <Button onClick={() => setPlace(turnedBack(place))}>{text('table.previous')}</Button>}
              {next !== undefined && <Button onClick={() => setPlace(turned(place, next))}>{text('registry.change.more')}</Button>}
            </li>
          )}
        </ol>
      )}
    </ViewState>
  )
}

const regionsIn = ({ field, before, after }: { field: string; before: string | null; after: string | null }): string[] =>
  /Region$/.test(field) ? [before, after].filter((code) => code !== null) : []

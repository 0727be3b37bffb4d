import { useParams, useSearchParams } from 'react-router'
import { CountTiles } from '../../../../ui/parts/CountTiles.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { LoadingState } from '../../../../ui/parts/LoadingState.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { PlaceWalk } from '../../../../ui/plain/PlaceWalk.tsx'
import { ReadFailed } from '../../../../ui/plain/ReadFailed.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenMemorials } from '../../contract-sites.ts'
import { MemorialList } from './MemorialList.tsx'
import { MemorialPlan } from './MemorialPlan.tsx'
import { openSiteMessages } from './messages-open.ts'
import { findOpenPlaces, openMemorialsPath, useOpenMemorials } from './use-open-memorials.ts'
import './open-memorials.css'

/** 烈士纪念设施: a place as a picture of the places below it and as a list, both of what was published. */
export function OpenMemorialsPage() {
  const text = useText(openSiteMessages)
  const { place = '' } = useParams()
  const [asked] = useSearchParams()
  const page = asked.get('page') ?? '1'
  const { data, isError, refetch } = useOpenMemorials(place === '' ? '000000000000' : place, page)
  const isPlace = data && !data.place.isNation
  return (
    <div className="place-page">
      <PageHeading
        place={`${place} ${page}`}
        title={isPlace ? text('work.open.titleOf', { place: data.place.name }) : text('work.open.title')}
      />
      <p className="lead no-print">{text('work.open.lead')}</p>
      <PlaceWalk
        label={text('work.open.find')}
        find={findOpenPlaces}
        path={data?.path ?? []}
        place={data?.place}
        hrefOf={openMemorialsPath}
      />
      {isError && <ReadFailed sentence={text('work.open.failed')} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <LoadingState />}
      {data === null && <EmptyState title={text('work.open.unknown')} words={text('work.open.unknownWords')} />}
      {data && <Memorials memorials={data} />}
    </div>
  )
}

function Memorials({ memorials }: { memorials: OpenMemorials }) {
  const text = useText(openSiteMessages)
  const { total } = memorials
  return (
    <>
      <Sum memorials={memorials} />
      <Picture memorials={memorials} />
      {total === 0 ? (
        <EmptyState title={text('work.open.none')} words={text('work.open.noneWords')} />
      ) : (
        <section>
          <h2>{text('work.open.list')}</h2>
          <div className="memorial-beside">
            <MemorialPlan memorials={memorials} />
            <div>
              <MemorialList memorials={memorials} />
            </div>
          </div>
        </section>
      )}
      <p className="soft">{text('work.open.honour')}</p>
      <button type="button" className="ghost no-print" onClick={() => window.print()}>
        {text('work.open.print')}
      </button>
    </>
  )
}

/** How many, by level of protection. */
function Sum({ memorials: { total, levels } }: { memorials: OpenMemorials }) {
  const text = useText(openSiteMessages)
  const order = ['national', 'province', 'city', 'county', 'unclassified']
  const sorted = levels.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
  return (
    <p className="memorial-sum">
      <b>{text('work.open.total', { count: total })}</b>
      {sorted.map(({ level, sites }) => (
        <span key={level}>
          {text(`work.open.level.${level}`)} <b>{sites}</b>
        </span>
      ))}
    </p>
  )
}

function Picture({ memorials: { place, children, drawing, own, total } }: { memorials: OpenMemorials }) {
  const text = useText(openSiteMessages)
  if (children.length === 0 || total === 0) return null
  return (
    <section>
      <h2>{text('work.open.map')}</h2>
      <CountTiles
        label={text('work.open.map')}
        places={children.map(({ code, name, sites }) => ({ code, name, count: sites }))}
        drawing={drawing ?? undefined}
        hrefOf={openMemorialsPath}
        said={(count) => text('work.open.sites', { count })}
      />
      {own > 0 && <p className="soft">{text('work.open.own', { count: own, place: place.name })}</p>}
    </section>
  )
}

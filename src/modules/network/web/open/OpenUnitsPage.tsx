import { Link, useParams } from 'react-router'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { LoadingState } from '../../../../ui/parts/LoadingState.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { PlaceWalk } from '../../../../ui/plain/PlaceWalk.tsx'
import { ReadFailed } from '../../../../ui/plain/ReadFailed.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenDirectory } from '../../contract-open.ts'
import { DirectoryBelow } from './DirectoryBelow.tsx'
import { openUnitMessages } from './messages-open.ts'
import { OpenUnitCard } from './OpenUnitCard.tsx'
import { openUnitsPath } from './open-path.ts'
import { findOpenPlaces, useOpenDirectory } from './use-open-units.ts'

/** 服务机构名录: which unit serves an address, how it is reached, and what lies below. */
export function OpenUnitsPage() {
  const text = useText(openUnitMessages)
  const { place = '' } = useParams()
  const { data, isError, refetch } = useOpenDirectory(place === '' ? '000000000000' : place)
  const isPlace = data && data.place.tier !== 'nation'
  return (
    <div className="place-page">
      <PageHeading place={place} title={isPlace ? text('network.open.titleOf', { place: data.place.name }) : text('network.open.title')} />
      <p className="lead no-print">{text('network.open.lead')}</p>
      <PlaceWalk
        label={text('network.open.find')}
        find={findOpenPlaces}
        path={data?.path ?? []}
        place={data?.place}
        hrefOf={openUnitsPath}
      />
      {isError && <ReadFailed sentence={text('network.open.failed')} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <LoadingState />}
      {data === null && <EmptyState title={text('network.open.unknown')} words={text('network.open.unknownWords')} />}
      {data && <Directory directory={data} />}
    </div>
  )
}

function Directory({ directory }: { directory: OpenDirectory }) {
  const text = useText(openUnitMessages)
  const { place, units, serving, above, became } = directory
  const others = units.filter(({ unitCode }) => unitCode !== serving?.unitCode)
  const isOwn = serving === null || serving.unitCode.startsWith(place.code)
  return (
    <>
      {became && <Became became={became} />}
      {(serving || place.tier !== 'nation') && (
        <div className="place-two">
          <section>
            <h2>{text('network.open.serving')}</h2>
            {!isOwn && <p className="soft">{text('network.open.servedBy')}</p>}
            {serving ? (
              <Cards units={[serving]} />
            ) : (
              <EmptyState title={text('network.open.nobody')} words={text('network.open.nobodyWords')} />
            )}
          </section>
          <Section title={text('network.open.above')} units={above ? [above] : []} />
        </div>
      )}
      <Section title={text('network.open.others')} units={others} />
      <DirectoryBelow directory={directory} />
      <p className="soft">{text('network.open.private')}</p>
      <button type="button" className="ghost no-print" onClick={() => window.print()}>
        {text('network.open.print')}
      </button>
    </>
  )
}

function Section({ title, units }: { title: string; units: OpenDirectory['units'] }) {
  if (units.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Cards units={units} />
    </section>
  )
}

function Cards({ units }: { units: OpenDirectory['units'] }) {
  return (
    <ul className="place-cards">
      {units.map((unit) => (
        <OpenUnitCard key={unit.unitCode} unit={unit} />
      ))}
    </ul>
  )
}

/** The division is no more: what it has become. */
function Became({ became }: { became: NonNullable<OpenDirectory['became']> }) {
  const text = useText(openUnitMessages)
  if (became.length === 0) return <p className="soft">{text('network.open.abolished')}</p>
  return (
    <p className="soft">
      {text('network.open.became')}{' '}
      {became.map(({ code, name, parentName = '' }) => (
        <Link key={code} to={openUnitsPath(code)}>
          {parentName}
          {name}
        </Link>
      ))}
    </p>
  )
}

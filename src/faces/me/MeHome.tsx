import { Suspense } from 'react'
import { useMeParts } from '../../ui/me-part.ts'
import { type PageEntry, railOf } from '../../ui/page-entry.ts'
import { ViewState } from '../../ui/parts/ViewState.tsx'
import { CallUnit } from '../../ui/plain/CallUnit.tsx'
import { PageHeading } from '../../ui/plain/PageHeading.tsx'
import { useText } from '../../ui/text/use-text.ts'
import { HomeDoors } from './home/HomeDoors.tsx'
import { HomeFoot } from './home/HomeFoot.tsx'
import { homeMessages } from './home/messages-home.ts'
import { RateWhatEnded } from './home/RateWhatEnded.tsx'
import { useMyHome } from './home/use-my-home.ts'
import { YourTurn } from './home/YourTurn.tsx'

/** The first page of a veteran: what waits for them, then the doors, then what has ended. */
export function MeHome({ pages }: { pages: readonly PageEntry[] }) {
  const text = useText(homeMessages)
  const query = useMyHome()
  const parts = useMeParts()
  return (
    <>
      <ViewState query={query}>
        {(home) => (
          <>
            <PageHeading title={text(home.isAgent ? 'me.helloAgent' : 'me.hello', { name: home.name })} />
            <div className="cards">
              <Suspense>
                {parts.map(({ key, element: Part }) => (
                  <Part key={key} />
                ))}
              </Suspense>
              <YourTurn home={home} />
              <HomeDoors home={home} others={railOf(pages, 'me', [])} />
              <RateWhatEnded ended={home.toRate} />
            </div>
            <CallUnit label={text('me.call')} door={home.station} />
          </>
        )}
      </ViewState>
      <HomeFoot />
    </>
  )
}

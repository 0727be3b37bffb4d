import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { CallNumber } from '../../../../ui/plain/CallNumber.tsx'
import { FactList } from '../../../../ui/plain/FactList.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenMemorials, OpenSite } from '../../contract-sites.ts'
import { openSiteMessages } from './messages-open.ts'
import { openMemorialsPath } from './use-open-memorials.ts'

/** The facilities of a place, the highest level first, a page at a time. */
export function MemorialList({ memorials }: { memorials: OpenMemorials }) {
  const { sites, first } = memorials
  const numbered = sites.map((site, at) => ({ site, number: first + at }))
  return (
    <>
      <ol className="place-cards memorials" start={first}>
        {numbered.map(({ site, number }) => (
          <SiteCard key={number} site={site} number={number} />
        ))}
      </ol>
      <Pages memorials={memorials} />
    </>
  )
}

function SiteCard({ site, number }: { site: OpenSite; number: number }) {
  const text = useText(openSiteMessages)
  const { point, phone } = site
  const where = [site.placeName, site.place, site.address].filter((words, at, all) => words !== '' && all.indexOf(words) === at)
  const rows: readonly (readonly [string, ReactNode])[] = [
    [text('work.open.where'), where.join(' · ')],
    [text('work.open.keeper'), site.keeper],
    [text('work.open.hours'), site.openingHours],
    [text('work.open.phone'), phone === '' ? '' : <CallNumber key="phone" number={phone} />],
    [
      text('work.open.point'),
      point ? text('work.open.pointOf', { latitude: point.latitude, longitude: point.longitude, datum: point.datum }) : '',
    ],
  ]
  return (
    <li>
      <h3>
        <span className="nth">{number}</span> {site.name}
      </h3>
      <p className="tags">
        {text(`work.open.type.${site.type}`)} · <b>{text(`work.open.level.${site.level}`)}</b>
      </p>
      <FactList rows={rows} />
    </li>
  )
}

function Pages({ memorials: { place, page, pages } }: { memorials: OpenMemorials }) {
  const text = useText(openSiteMessages)
  if (pages === 1) return null
  const at = (nth: number): string => `${openMemorialsPath(place.code)}?page=${nth}`
  return (
    <nav className="memorial-pages no-print" aria-label={text('work.open.page', { page, pages })}>
      {page > 1 && (
        <Link className="ghost" to={at(page - 1)}>
          {text('work.open.before')}
        </Link>
      )}
      <span>{text('work.open.page', { page, pages })}</span>
      {page < pages && (
        <Link className="ghost" to={at(page + 1)}>
          {text('work.open.next')}
        </Link>
      )}
    </nav>
  )
}

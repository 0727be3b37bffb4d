import { type PageEntry, railOf } from '../../ui/page-entry.ts'
import { useText } from '../../ui/text/use-text.ts'
import { Doors } from '../Doors.tsx'

/** The landing page of the public face. */
export function OpenHome({ pages }: { pages: readonly PageEntry[] }) {
  const text = useText()
  return (
    <>
      <h1>{text('open.words')}</h1>
      <Doors doors={railOf(pages, 'open', [])} none={text('open.none')} noneWords={text('open.noneWords')} />
      <p className="aside">
        <a href="/me">{text('open.toMe')}</a>
      </p>
    </>
  )
}

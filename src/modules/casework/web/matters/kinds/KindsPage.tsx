import { Link } from 'react-router'
import { useView } from '../../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listKinds } from '../../../contract.ts'
import { articleWords } from '../due-words.tsx'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'
import '../matters.css'

/** Every kind of matter that can be begun today. */
export function KindsPage() {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const query = useView(listKinds, {})
  return (
    <>
      <PageHead
        crumb={<Link to="/desk/matters">{text('matters.matter.crumb')}</Link>}
        title={text('matters.kinds.title')}
        note={text('matters.kinds.words')}
        actions={<Link to="/desk/matters/roster">{text('matters.kinds.roster')}</Link>}
      />
      <Panel title={text('matters.kinds.title')} style={{ flex: 'none' }}>
        <ViewState query={query}>
          {({ kinds }) => (
            <ul className="matter-lines">
              {kinds.map(({ code, name, articles }) => (
                <li key={code}>
                  <span className="grow">
                    <Link to={`/desk/matters/kinds/${code}`}>{wordsOf(name)}</Link>
                    <span className="field-hint">{articles.map((article) => articleWords(article, text)).join('；')}</span>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </ViewState>
      </Panel>
    </>
  )
}

import { useParams } from 'react-router'
import { useView } from '../../../ui/api/use-view.ts'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { getBrief } from '../contract.ts'
import { Composer } from './Composer.tsx'
import { ReadBrief } from './ReadBrief.tsx'
import './briefs.css'

/** One brief: to be edited while it is a draft and the reader may, else to be read. */
export function BriefPage() {
  const { id = '' } = useParams()
  const query = useView(getBrief, { id })
  return (
    <ViewState query={query} lines={10}>
      {(brief) =>
        brief.can.edit ? <Composer key={`${brief.id} ${brief.version}`} brief={brief} /> : <ReadBrief key={brief.id} brief={brief} />
      }
    </ViewState>
  )
}

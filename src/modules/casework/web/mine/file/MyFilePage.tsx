import { Link } from 'react-router'
import { useView } from '../../../../../ui/api/use-view.ts'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { type MyFile, seeMyFile } from '../../../contract.ts'
import { FileSection } from './FileSection.tsx'
import { myFileMessages } from './messages-file.ts'

/** The own file, and what is not in it; beside each line a way to say that it is wrong. */
export function MyFilePage() {
  const text = useText(myFileMessages)
  const query = useView(seeMyFile, {})
  return (
    <>
      <PageHeading title={text('mine.file.title')} />
      <ViewState query={query}>{(file) => <File file={file} />}</ViewState>
    </>
  )
}

function File({ file }: { file: MyFile }) {
  const text = useText(myFileMessages)
  const day = useDay()
  const { correctionKind, correctionOpenId, updatedOn } = file
  const gaps = file.sections.flatMap(({ lines }) => lines).filter(({ isMissing }) => isMissing).length
  return (
    <>
      <p className="lead">
        {gaps > 0 ? text('mine.file.gaps', { count: gaps }) : text('mine.file.whole')}
        {text('mine.file.words')}
      </p>
      {correctionOpenId !== null && (
        <p className="told">
          {text('mine.file.open')} <Link to={`/me/matters/${correctionOpenId}`}>{text('mine.file.look')}</Link>
        </p>
      )}
      {correctionKind === null && <p className="told">{text('mine.file.noCorrection')}</p>}
      <div className="cards">
        {file.sections.map((section) => (
          <FileSection key={section.code} section={section} correctionKind={correctionOpenId === null ? correctionKind : null} />
        ))}
      </div>
      {updatedOn !== null && <p className="fine">{text('mine.file.updated', { day: day(updatedOn) })}</p>}
    </>
  )
}

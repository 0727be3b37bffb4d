import { Button } from 'antd'
import { useState } from 'react'
import { PageHead } from '../../../ui/layout/Panel.tsx'
import { Shell } from '../../../ui/layout/Shell.tsx'
import { KeyHint } from '../../../ui/parts/KeyHint.tsx'
import { Strip } from '../../../ui/parts/Strip.tsx'
import { useHotkey } from '../../../ui/state/use-hotkey.ts'
import { Marked } from '../../../ui/text/Marked.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { DeskFace } from '../DeskFace.tsx'
import { KitFigures } from './KitFigures.tsx'
import { KitList } from './KitList.tsx'
import { KitMatters } from './KitMatters.tsx'
import { KitPerson } from './KitPerson.tsx'
import { KitSearch } from './KitSearch.tsx'
import { KitVisit } from './KitVisit.tsx'
import { kitMessages } from './kit-messages.ts'
import { sampleAccount, sampleRail } from './sample-shell.tsx'
import { sampleStrip } from './sample-words.ts'
import './kit.css'

/** Every part of the kit on one page, with made-up people, so that it can be looked at and photographed. */
export function KitPage() {
  const text = useText(kitMessages)
  const [recording, setRecording] = useState(false)
  useHotkey('n', () => setRecording(true))
  return (
    <DeskFace>
      <Shell account={sampleAccount} rail={sampleRail} search={<KitSearch />} helpPath="/kit/help">
        <PageHead
          title={<Marked text={text('kit.title')} />}
          note={text('kit.note')}
          actions={
            <Button type="primary" size="middle" aria-keyshortcuts="n" onClick={() => setRecording(true)}>
              {text('kit.record')} <KeyHint keys="N" on="fill" />
            </Button>
          }
        />
        <Strip figures={sampleStrip} label={text('kit.figures')} />
        <KitFigures />
        <KitMatters />
        <KitPerson />
        <KitList />
        <KitVisit open={recording} onClose={() => setRecording(false)} />
      </Shell>
    </DeskFace>
  )
}

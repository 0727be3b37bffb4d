import { KeyValue } from '../../../../ui/parts/KeyValue.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonFile } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import type { Edit } from '../file/editing.ts'
import { honourWords } from '../file/file-words.ts'
import { SectionHead } from '../file/SectionHead.tsx'
import { registryMessages } from '../messages.ts'

/** Spells of service, one below the other. */
export function ServiceSection({ file, onEdit }: { file: PersonFile; onEdit: Edit }) {
  const text = useText(registryMessages)
  return (
    <>
      <SectionHead
        title={text('registry.file.service')}
        label={text('registry.file.changeLabel', { section: text('registry.file.service') })}
        onAct={file.can.change ? () => onEdit({ what: 'service' }) : undefined}
      />
      {file.service.length === 0 && <p className="pad faint">{text('registry.file.noService')}</p>}
      {file.service.map((spell) => (
        <Spell key={spell.id} spell={spell} />
      ))}
    </>
  )
}

function Spell({ spell }: { spell: PersonFile['service'][number] }) {
  const text = useText(registryMessages)
  const quiet = (words: string) => <span className="faint">{words}</span>
  const unsaid = quiet(text('registry.file.unsaid'))
  const rows = [
    {
      name: text('registry.field.enlistedOn'),
      value: (
        <>
          {spell.enlistedOn ?? unsaid}
          {spell.rankGroup && quiet(codeWord(text, 'rank', spell.rankGroup))}
        </>
      ),
    },
    {
      name: text('registry.field.dischargedOn'),
      value: (
        <>
          {spell.dischargedOn ?? unsaid}
          {spell.placementWay && quiet(codeWord(text, 'placement', spell.placementWay))}
        </>
      ),
    },
    {
      name: text('registry.field.branch'),
      value: (
        <>
          {spell.branch ? codeWord(text, 'branch', spell.branch) : unsaid}
          {spell.combat && <Tag tone="slate">{text('registry.file.combat')}</Tag>}
          {spell.nuclearTest && <Tag tone="slate">{text('registry.file.nuclearTest')}</Tag>}
        </>
      ),
    },
    ...(spell.honours.length === 0 ? [] : [{ name: text('registry.field.honours'), value: honourWords(spell.honours, text) }]),
  ]
  return <KeyValue rows={rows} />
}

import { Button } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Menu, MenuItem } from '../../../../ui/parts/Menu.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonFile } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'
import { useRegion } from '../use-region.ts'
import type { Edit } from './editing.ts'
import { gradeWords, initialOf, openIdentities } from './file-words.ts'

interface PersonHeadProps {
  file: PersonFile
  onEdit: Edit
  /** Prints the file, masked. */
  onPrint: () => void
}

/** The first line of a file: who, which identities, and what can be done. */
export function PersonHead({ file, onEdit, onPrint }: PersonHeadProps) {
  const text = useText(registryMessages)
  const station = useRegion(file.unitCode)
  const words = [codeWord(text, 'sex', file.sex), text('registry.age', { count: file.age }), station?.name].filter(Boolean)
  return (
    <div className="head person-head">
      <div className="who">
        <div className="av" aria-hidden="true">
          {initialOf(file.nameMasked)}
        </div>
        <div className="grow">
          <h1>
            {file.nameMasked} <span className="person-sub">{words.join(' · ')}</span>
          </h1>
          <Tags file={file} />
        </div>
      </div>
      <Actions file={file} onEdit={onEdit} onPrint={onPrint} />
      {file.mergedInto !== null && (
        <p className="note" role="status">
          {text('registry.file.merged')} <Link to={`/desk/people/${file.mergedInto}`}>{text('registry.file.openMerged')}</Link>
        </p>
      )}
    </div>
  )
}

function Tags({ file }: { file: PersonFile }) {
  const text = useText(registryMessages)
  const isChinese = useLanguage() !== 'en'
  const { nameOf } = useClasses()
  const closed = file.status === 'archived' || file.status === 'merged' || file.status === 'transferred'
  return (
    <div className="tags">
      {openIdentities(file).map((held) => (
        <Tag key={held.id} tone="slate">
          {[nameOf(held.classCode), gradeWords(held, text, isChinese)].filter(Boolean).join(' · ')}
        </Tag>
      ))}
      {file.deceasedOn !== null && <Tag>{text('registry.file.diedOn', { day: file.deceasedOn })}</Tag>}
      {closed && <Tag tone="amber">{text('registry.file.closedAs', { status: codeWord(text, 'status', file.status) })}</Tag>}
    </div>
  )
}

function Actions({ file, onEdit, onPrint }: PersonHeadProps) {
  const text = useText(registryMessages)
  const go = useNavigate()
  const [, setSearch] = useSearchParams()
  const { can } = file
  const hasMore = can.transfer || can.merge || can.recordDeath || can.undoDeath || can.archive || can.reopen
  return (
    <div className="actions">
      <Button size="middle" onClick={onPrint}>
        {text('registry.file.print')}
      </Button>
      {hasMore && (
        <Menu label={text('registry.file.more')} face={<span className="plain-button">{text('registry.file.more')}</span>}>
          {can.transfer && <MenuItem onPick={() => onEdit({ what: 'send' })}>{text('registry.transfer.sendTitle')}</MenuItem>}
          {can.merge && <MenuItem onPick={() => void go(`/desk/people/${file.id}/merge`)}>{text('registry.merge.menu')}</MenuItem>}
          {can.recordDeath && <MenuItem onPick={() => onEdit({ what: 'death' })}>{text('registry.death.title')}</MenuItem>}
          {can.undoDeath && <MenuItem onPick={() => onEdit({ what: 'undoDeath' })}>{text('registry.undoDeath.title')}</MenuItem>}
          {can.reopen && <MenuItem onPick={() => onEdit({ what: 'reopen' })}>{text('registry.reopen.title')}</MenuItem>}
          {can.archive && <MenuItem onPick={() => onEdit({ what: 'archive' })}>{text('registry.archive.title')}</MenuItem>}
        </Menu>
      )}
      {can.recordVisit && (
        <Button type="primary" size="middle" onClick={() => setSearch({ record: file.id })}>
          {text('registry.file.visit')}
        </Button>
      )}
    </div>
  )
}

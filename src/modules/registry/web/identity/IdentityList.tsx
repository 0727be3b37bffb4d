import { Button } from 'antd'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { IdentityStatus, PersonFile } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import type { Edit } from '../file/editing.ts'
import { articleIn, gradeWords } from '../file/file-words.ts'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'
import { stepsFrom } from './identity-steps.ts'

type Held = PersonFile['identities'][number]

const tones: Record<IdentityStatus, Tone> = {
  claimed: 'amber',
  evidenceChecked: 'amber',
  confirmed: 'green',
  suspended: 'plain',
  ended: 'plain',
}

/** Entitled identities, each with what it rests on and where it stands; ended ones last. */
export function IdentityList({ file, onEdit }: { file: PersonFile; onEdit: Edit }) {
  const text = useText(registryMessages)
  const add = file.can.change && <Button onClick={() => onEdit({ what: 'addIdentity' })}>{text('registry.file.addIdentity')}</Button>
  if (file.identities.length === 0) {
    return (
      <EmptyState title={text('registry.file.noIdentities')} words={text('registry.file.noIdentitiesWords')} action={add || undefined} />
    )
  }
  const ordered = file.identities.toSorted((a, b) => Number(a.status === 'ended') - Number(b.status === 'ended'))
  return (
    <>
      <ul className="identities">
        {ordered.map((held) => (
          <Identity key={held.id} held={held} onEdit={file.can.change ? onEdit : undefined} />
        ))}
      </ul>
      {add && <div className="part-add">{add}</div>}
    </>
  )
}

function Identity({ held, onEdit }: { held: Held; onEdit: Edit | undefined }) {
  const text = useText(registryMessages)
  const isChinese = useLanguage() !== 'en'
  const { nameOf, find } = useClasses()
  const article = articleIn(find(held.classCode)?.source)
  const days =
    held.toOn === null
      ? text('registry.file.since', { from: held.fromOn })
      : text('registry.file.span', { from: held.fromOn, to: held.toOn })
  return (
    <li data-ended={held.status === 'ended' || undefined}>
      <div className="identity-name">
        <b>{nameOf(held.classCode)}</b>
        <div className="rule">{days}</div>
      </div>
      <div className="identity-basis">
        {[gradeWords(held, text, isChinese), held.basis ?? text('registry.file.noBasis')].filter(Boolean).join(' · ')}
        {article !== undefined && <div className="rule">{text('registry.file.regulation', { article })}</div>}
        {onEdit && (
          <div className="identity-acts">
            {stepsFrom(held.status).map((to) => (
              <button key={to} type="button" className="link" onClick={() => onEdit({ what: 'moveIdentity', identity: held, to })}>
                {text(`registry.identity.move.${to}`)}
              </button>
            ))}
            {held.status !== 'ended' && (
              <button type="button" className="link" onClick={() => onEdit({ what: 'endIdentity', identity: held })}>
                {text('registry.identity.end')}
              </button>
            )}
          </div>
        )}
      </div>
      <Tag tone={tones[held.status]}>{codeWord(text, 'identity', held.status)}</Tag>
    </li>
  )
}

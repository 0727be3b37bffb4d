import { Link } from 'react-router'
import { MaskedField } from '../../../../ui/fields/MaskedField.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { Menu, MenuItem } from '../../../../ui/parts/Menu.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonFile } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import type { Edit } from '../file/editing.ts'
import { SectionHead } from '../file/SectionHead.tsx'
import { registryMessages } from '../messages.ts'
import type { Uncovering } from '../unmask/UnmaskControl.tsx'

interface KinSectionProps {
  file: PersonFile
  full: Uncovering['kin']
  onEdit: Edit
}

/** The household and kin, masked like the person. */
export function KinSection({ file, full, onEdit }: KinSectionProps) {
  const text = useText(registryMessages)
  return (
    <>
      <SectionHead
        title={text('registry.file.kin')}
        label={text('registry.file.addLabel', { section: text('registry.file.kin') })}
        words={text('registry.file.add')}
        onAct={file.can.change ? () => onEdit({ what: 'addKin' }) : undefined}
      />
      {file.kin.length === 0 && <p className="pad faint">{text('registry.file.noKin')}</p>}
      <ul className="kin">
        {file.kin.map((member) => {
          const shown = full?.find(({ id }) => id === member.id)
          return (
            <li key={member.id}>
              <span className="faint">{codeWord(text, 'kin', member.relation)}</span>
              <span className="grow kin-words">
                {member.kinPersonId === null ? (
                  <MaskedField masked={member.nameMasked} full={shown?.name} />
                ) : (
                  <Link to={`/desk/people/${member.kinPersonId}`}>{shown?.name ?? member.nameMasked}</Link>
                )}
                {member.age !== null && <span className="faint">{text('registry.age', { count: member.age })}</span>}
                {member.isContact && <span className="faint">{text('registry.file.contact')}</span>}
                {member.phoneMasked !== null && <MaskedField masked={member.phoneMasked} full={shown?.phone ?? undefined} />}
              </span>
              {file.can.change && (
                <Menu label={`${text('registry.file.more')} ${member.nameMasked}`} face={<Icon name="more" />}>
                  <MenuItem onPick={() => onEdit({ what: 'changeKin', member })}>{text('registry.file.change')}</MenuItem>
                  <MenuItem onPick={() => onEdit({ what: 'removeKin', member })}>{text('registry.kin.remove')}</MenuItem>
                </Menu>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

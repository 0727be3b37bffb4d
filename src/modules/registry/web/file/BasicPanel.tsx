import type { ReactNode } from 'react'
import { MaskedField } from '../../../../ui/fields/MaskedField.tsx'
import type { Uncovered } from '../../../../ui/fields/use-uncovered.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { KeyValue } from '../../../../ui/parts/KeyValue.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { MaskedField as Maskable, PersonFile } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { KinSection } from '../kin/KinSection.tsx'
import { registryMessages } from '../messages.ts'
import { ServiceSection } from '../service/ServiceSection.tsx'
import { type Uncovering, UnmaskControl } from '../unmask/UnmaskControl.tsx'
import { shortPlace, useRegion } from '../use-region.ts'
import type { Edit } from './editing.ts'
import { SectionHead } from './SectionHead.tsx'

interface BasicPanelProps {
  file: PersonFile
  uncovered: Uncovered<Uncovering>
  onEdit: Edit
}

/** The left column: who, masked; how they live; service; kin. */
export function BasicPanel({ file, uncovered, onEdit }: BasicPanelProps) {
  const text = useText(registryMessages)
  const foot = (
    <>
      <Icon name="lock" size={14} />
      <span>{file.unmaskings90 === 0 ? text('registry.file.unseen') : text('registry.file.seen', { count: file.unmaskings90 })}</span>
      <button type="button" className="link push" onClick={() => onEdit({ what: 'seen' })}>
        {text('registry.file.seenList')}
      </button>
    </>
  )
  return (
    <Panel
      title={text('registry.file.basic')}
      side={file.can.unmask && <UnmaskControl personId={file.id} fields={fieldsOf(file)} uncovered={uncovered} />}
      foot={foot}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll grow-down" tabIndex={0} aria-label={text('registry.file.basic')}>
        <Who file={file} full={uncovered.shown} />
        {file.can.change && (
          <p className="basic-change">
            <button type="button" className="link" onClick={() => onEdit({ what: 'basic' })}>
              {text('registry.file.changeLabel', { section: text('registry.file.basic') })}
            </button>
          </p>
        )}
        <Life file={file} onEdit={onEdit} />
        <ServiceSection file={file} onEdit={onEdit} />
        <KinSection file={file} full={uncovered.shown?.kin} onEdit={onEdit} />
      </section>
    </Panel>
  )
}

/** Only what the file has can be shown. */
const fieldsOf = (file: PersonFile): Maskable[] => [
  'name',
  'citizenId',
  'bornOn',
  ...(file.phoneMasked === null ? [] : ['phone' as const]),
  ...(file.addressMasked === null ? [] : ['address' as const]),
  ...(file.bankCardMasked === null ? [] : ['bankCard' as const]),
  ...(file.kin.length === 0 ? [] : ['kin' as const]),
]

function Who({ file, full }: { file: PersonFile; full: Uncovering | undefined }) {
  const text = useText(registryMessages)
  const household = useRegion(file.householdRegion)
  const residence = useRegion(file.residenceRegion)
  const unsaid = <span className="faint">{text('registry.file.unsaid')}</span>
  const masked = (value: string | null, shown?: string | null) =>
    value === null ? unsaid : <MaskedField masked={value} full={shown ?? undefined} />
  const place = (region: typeof household, code: string | null) => (code === null ? unsaid : region ? shortPlace(region) : code)
  const rows = [
    ...(full?.name === undefined ? [] : [{ name: text('registry.field.name'), value: masked(file.nameMasked, full.name) }]),
    { name: text('registry.field.citizenId'), value: masked(file.citizenIdMasked, full?.citizenId) },
    {
      name: text('registry.field.bornOn'),
      value: masked(text('registry.bornIn', { year: file.birthYear }), full?.bornOn),
    },
    { name: text('registry.field.phone'), value: <Phone masked={masked(file.phoneMasked, full?.phone)} full={full?.phone} /> },
    { name: text('registry.field.address'), value: masked(file.addressMasked, full?.address) },
    { name: text('registry.field.householdRegion'), value: place(household, file.householdRegion) },
    ...(file.residenceRegion === null
      ? []
      : [{ name: text('registry.field.residenceRegion'), value: place(residence, file.residenceRegion) }]),
    { name: text('registry.field.bankCard'), value: masked(file.bankCardMasked, full?.bankCard) },
  ]
  return <KeyValue rows={rows} />
}

/** Once uncovered with a reason, the number can be called. */
function Phone({ masked, full }: { masked: ReactNode; full: string | null | undefined }) {
  const text = useText(registryMessages)
  if (!full) return masked
  return (
    <>
      {masked}{' '}
      <a className="call" href={`tel:${full.replace(/[^\d+]/g, '')}`}>
        {text('registry.file.call')}
      </a>
    </>
  )
}

function Life({ file, onEdit }: { file: PersonFile; onEdit: Edit }) {
  const text = useText(registryMessages)
  const lists = {
    living: 'living',
    employment: 'employment',
    maritalStatus: 'marital',
    education: 'education',
    politicalStatus: 'political',
  } as const
  const rows = (['living', 'employment', 'maritalStatus', 'education', 'politicalStatus'] as const).flatMap((field) => {
    const code = file[field]
    return code === null ? [] : [{ name: text(`registry.field.${field}`), value: codeWord(text, lists[field], code) }]
  })
  return (
    <>
      <SectionHead
        title={text('registry.file.life')}
        label={text('registry.file.changeLabel', { section: text('registry.file.life') })}
        onAct={file.can.change ? () => onEdit({ what: 'life' }) : undefined}
      />
      {rows.length > 0 ? <KeyValue rows={rows} /> : <p className="pad faint">{text('registry.file.unsaid')}</p>}
    </>
  )
}

import { Tabs } from 'antd'
import { Suspense, useState } from 'react'
import { CrashGuard } from '../../../../ui/parts/CrashGuard.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { LoadingState } from '../../../../ui/parts/LoadingState.tsx'
import { usePersonParts } from '../../../../ui/person-part.ts'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonFile } from '../../contract.ts'
import { VersionList } from '../history/VersionList.tsx'
import { IdentityList } from '../identity/IdentityList.tsx'
import { isRegistryKey, registryMessages } from '../messages.ts'
import type { Edit } from './editing.ts'
import { openIdentities } from './file-words.ts'

/** The middle column: what the person is entitled to, then what other modules know, then every change of the file. */
export function PartsPanel({ file, onEdit }: { file: PersonFile; onEdit: Edit }) {
  const text = useText(registryMessages)
  const language = useLanguage()
  const parts = usePersonParts()
  const [chosen, setChosen] = useState('identities')
  const items = [
    {
      key: 'identities',
      label: `${text('registry.file.identities')} ${openIdentities(file).length}`,
      children: <IdentityList file={file} onEdit={onEdit} />,
    },
    ...parts.map(({ key, label, element: Part }) => ({
      key,
      label: label[language],
      children: (
        <CrashGuard place={`${file.id} ${key}`} fallback={<ErrorState problem={{ code: 'unreadable' }} />}>
          <Suspense fallback={<LoadingState />}>
            <Part personId={file.id} />
          </Suspense>
        </CrashGuard>
      ),
    })),
    { key: 'versions', label: text('registry.file.versions'), children: <VersionList personId={file.id} /> },
  ]
  return (
    <section className="panel person-parts" aria-label={text('registry.file.identities')}>
      <Tabs size="small" activeKey={chosen} onChange={setChosen} items={items} destroyOnHidden />
      <Completeness file={file} />
    </section>
  )
}

function Completeness({ file }: { file: PersonFile }) {
  const text = useText(registryMessages)
  const fields = file.missing.map((field) => {
    const key = `registry.field.${field}`
    return isRegistryKey(key) ? text(key) : field
  })
  const contact =
    file.lastContactOn === null ? text('registry.file.noContact') : text('registry.file.lastContact', { day: file.lastContactOn })
  return (
    <div className="foot">
      <span className="grow">
        {fields.length === 0
          ? text('registry.file.complete')
          : text('registry.file.missing', { percent: file.completeness, fields: fields.join(text('registry.list')) })}
      </span>
      <span className="contact-day">{contact}</span>
    </div>
  )
}

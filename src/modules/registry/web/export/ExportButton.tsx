import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { registryMessages } from '../messages.ts'
import { ExportDrawer } from './ExportDrawer.tsx'

type ExportButtonProps = Omit<Parameters<typeof ExportDrawer>[0], 'onClose' | 'people'> & { people: number | undefined }

/** 导出名册 beside the roster, and the way to what was asked before. */
export function ExportButton({ people, ...asked }: ExportButtonProps) {
  const text = useText(registryMessages)
  const go = useNavigate()
  const { grants } = useAccount()
  const [isOpen, setOpen] = useState(false)
  const mayExport = grants.includes('person.export')
  if (!mayExport && !grants.includes('export.approve')) return null
  return (
    <>
      {mayExport && (
        <Button icon={<Icon name="download" />} disabled={!people} onClick={() => setOpen(true)}>
          {text('registry.export.ask')}
        </Button>
      )}
      <Button onClick={() => void go('/desk/exports')}>{text('registry.export.records')}</Button>
      {isOpen && <ExportDrawer {...asked} people={people ?? 0} onClose={() => setOpen(false)} />}
    </>
  )
}

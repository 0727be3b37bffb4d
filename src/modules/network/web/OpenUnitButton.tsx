import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RegionHit } from '../../../ui/fields/use-region-search.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { formMessages } from './messages-forms.ts'
import { OpenUnitDrawer } from './OpenUnitDrawer.tsx'

/** Opens the form of a new unit; afterwards shows the unit. */
export function OpenUnitButton({ at }: { at: RegionHit | undefined }) {
  const text = useText(formMessages)
  const go = useNavigate()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text('network.form.open')}</Button>
      {isOpen && (
        <OpenUnitDrawer at={at} onDone={({ unitCode }) => void go(`/desk/network/units/${unitCode}`)} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

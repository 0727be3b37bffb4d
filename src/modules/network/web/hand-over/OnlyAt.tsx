import { Button } from 'antd'
import type { z } from 'zod'
import { useView } from '../../../../ui/api/use-view.ts'
import { useListedPlace } from '../../../../ui/state/use-listed-place.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { names } from '../../contract.ts'
import { handOverMessages } from './messages-hand-over.ts'
import './hand-over.css'

/** Says that a list shows one place only, where the address names one, and leads back to all of the reader's. */
export function OnlyAt() {
  const text = useText(handOverMessages)
  const { named, forget } = useListedPlace()
  const input = { codes: named === undefined ? [] : [named] } as z.input<typeof names.input>
  const { data } = useView(names, input, { enabled: named !== undefined, staleTime: 600_000 })
  if (named === undefined) return null
  const [found] = data?.rows ?? []
  const name = found ? `${found.parentName ?? ''}${found.name}` : named
  return (
    <p className="only-at">
      {text('onlyAt.words', { name })} <Button onClick={forget}>{text('onlyAt.all')}</Button>
    </p>
  )
}

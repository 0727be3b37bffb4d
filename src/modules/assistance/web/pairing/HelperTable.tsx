import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { type Helper, withdrawHelp } from '../../contract.ts'
import { usePairingWords } from './use-pairing-words.ts'

const TITLES = ['helper', 'kind', 'gives', 'room', 'untilOn', 'next'] as const

/** Who offers help, to how many, and how many they help now. */
export function HelperTable({ helpers, mayWrite }: { helpers: readonly Helper[]; mayWrite: boolean }) {
  const words = usePairingWords()
  const { text } = words
  return (
    <WideTable label={text('pairing.helpers')} titles={TITLES.map((title) => text(`pairing.${title}`))} numbers={[3]}>
      {helpers.map((helper) => (
        <tr key={helper.id}>
          <th scope="row">{helper.nameMasked}</th>
          <td>{words.helper(helper.kind)}</td>
          <td>{words.kinds(helper.gives)}</td>
          <td className="number">{`${helper.paired} / ${helper.capacity}`}</td>
          <td>{helper.untilOn ?? '—'}</td>
          <td>{helper.withdrawnOn === null ? mayWrite && <Withdraw helperId={helper.id} /> : text('pairing.withdrawn')}</td>
        </tr>
      ))}
    </WideTable>
  )
}

function Withdraw({ helperId }: { helperId: string }) {
  const { text, refusal } = usePairingWords()
  const form = useAction(withdrawHelp)
  const send = () => void form.send({ helperId })
  return (
    <>
      <Button size="small" loading={form.sending} onClick={send}>
        {text('pairing.withdraw')}
      </Button>
      {form.problem && <ErrorState problem={form.problem} onRetry={send} slim />}
      <Refused sentence={refusal(form.refusal)} />
    </>
  )
}

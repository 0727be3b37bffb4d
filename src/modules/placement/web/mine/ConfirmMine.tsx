import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { confirmMyScore } from '../../contract.ts'
import { MineRefused } from './MineRefused.tsx'
import { myPlacementMessages } from './messages-mine.ts'

/** Confirms the sheet as it stands. */
export function ConfirmMine({ candidateId, sheetId }: { candidateId: string; sheetId: string }) {
  const text = useText(myPlacementMessages)
  const form = useAction(confirmMyScore)
  const confirm = () => void form.send({ candidateId, sheetId })
  return (
    <section className="sheet">
      <p>{text('placement.mine.ask')}</p>
      {form.problem && <ErrorState problem={form.problem} onRetry={confirm} slim />}
      <MineRefused code={form.refusal?.code} />
      <button type="button" className="solid" aria-busy={form.sending} disabled={form.sending} onClick={confirm}>
        {text(form.sending ? 'placement.mine.confirming' : 'placement.mine.confirm')}
      </button>
    </section>
  )
}

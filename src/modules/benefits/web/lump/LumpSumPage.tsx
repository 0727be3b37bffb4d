import { useState } from 'react'
import { Link } from 'react-router'
import { formatFen, parseFen } from '../../../../kernel/fen.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type DeathHonour, type DeathKind, deathSum, HONOUR_PERCENT, type SumLine } from '../../domain/entitlement/lump-sum.ts'
import { lumpMessages } from './messages-lump.ts'
import '../benefits.css'

const KINDS = ['martyr', 'duty', 'illness'] as const
const HONOURS = ['none', ...(Object.keys(HONOUR_PERCENT) as DeathHonour[])] as const

const EMPTY = { kind: 'duty' as DeathKind, honour: 'none' as (typeof HONOURS)[number], income: '', pay: '', lieutenant: '' }
type Given = typeof EMPTY

/** An amount as somebody typed it, in fen; undefined where it is none, or below nought. */
function fenOf(typed: string): bigint | undefined {
  const read = parseFen(typed)
  return read.ok && read.value >= 0n ? read.value : undefined
}

function linesOf({ kind, honour, income, pay, lieutenant }: Given): SumLine[] | undefined {
  const [incomeFen, payFen, lieutenantPayFen] = [fenOf(income), fenOf(pay), fenOf(lieutenant)]
  if (incomeFen === undefined || payFen === undefined || lieutenantPayFen === undefined) return undefined
  return deathSum({ kind, incomeFen, payFen, lieutenantPayFen, honours: honour === 'none' ? [] : [honour] })
}

/** What the survivors of somebody are given once, worked out line by line; nothing of it is kept. */
export function LumpSumPage() {
  const text = useText(lumpMessages)
  const [given, setGiven] = useState<Given>(EMPTY)
  const put = (more: Partial<Given>) => setGiven({ ...given, ...more })
  const lines = linesOf(given)
  return (
    <div className="benefit-page">
      <PageHead title={text('lump.title')} note={text('lump.note')} actions={<Link to="/desk/benefits">{text('lump.back')}</Link>} />
      <Panel title={text('lump.given')}>
        <div className="benefit-words benefit-fields">
          <ChoiceField
            label={text('lump.kind')}
            value={given.kind}
            onChange={(kind) => put({ kind })}
            options={KINDS.map((kind) => [kind, text(`lump.kind.${kind}`)] as const)}
          />
          <LineField
            label={text('lump.income')}
            hint={text('lump.incomeHint')}
            value={given.income}
            onChange={(income) => put({ income })}
          />
          <LineField label={text('lump.pay')} value={given.pay} onChange={(pay) => put({ pay })} />
          <LineField
            label={text('lump.lieutenant')}
            hint={text('lump.lieutenantHint')}
            value={given.lieutenant}
            onChange={(lieutenant) => put({ lieutenant })}
          />
          <ChoiceField
            label={text('lump.honour')}
            hint={text('lump.unverified')}
            value={given.honour}
            onChange={(honour) => put({ honour })}
            options={HONOURS.map((honour) => [honour, text(`lump.honour.${honour}`)] as const)}
          />
        </div>
      </Panel>
      {lines ? <Result lines={lines} /> : <p className="benefit-words">{text('lump.incomplete')}</p>}
    </div>
  )
}

function Result({ lines }: { lines: readonly SumLine[] }) {
  const text = useText(lumpMessages)
  const sum = lines.reduce((all, { amountFen }) => all + amountFen, 0n)
  return (
    <Panel title={text('lump.result', { yuan: formatFen(sum) })}>
      <WideTable label={text('lump.title')} titles={[text('lump.what'), text('lump.amount'), text('lump.how')]} numbers={[1]}>
        {lines.map(({ what, amountFen, times, ofFen, article }) => (
          <tr key={what}>
            <th scope="row">{text(`lump.what.${what}`)}</th>
            <td className="number">{formatFen(amountFen)}</td>
            <td>
              {text(what === 'honour' ? 'lump.percent' : 'lump.times', { of: formatFen(ofFen), times })}
              <br />
              <small className="faint">{text('lump.article', { article })}</small>
            </td>
          </tr>
        ))}
      </WideTable>
    </Panel>
  )
}

import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { formatFen, parseFen } from '../../../../kernel/fen.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { estimateOffset, OffsetKind, Tax } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { incentiveMessages } from './messages-incentives.ts'
import '../assist.css'
import { useToday } from '../../../../ui/api/use-today.ts'

type Asked = z.input<typeof estimateOffset.input>

const NUMBERS = { year: [2019, 2099], taxMonths: [1, 12], persons: [1, 1000], uplift: [0, 100] } as const
type Counted = keyof typeof NUMBERS

function countOf(typed: string, [least, most]: readonly [number, number]): number | undefined {
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN
  return count >= least && count <= most ? count : undefined
}

/** By how much taxes of a year are reduced for a veteran's business, or for who hires veterans: an estimate with its rule. */
export function EstimatePage() {
  const text = useText(incentiveMessages)
  const today = useToday()
  const [kind, setKind] = useState<OffsetKind>('selfEmployed')
  const [counts, setCounts] = useState<Record<Counted, string>>({ year: today.slice(0, 4), taxMonths: '12', persons: '1', uplift: '20' })
  const [taxes, setTaxes] = useState<Partial<Record<Tax, string>>>({ vat: '18000' })
  const [year, months, persons, upliftPercent] = (['year', 'taxMonths', 'persons', 'uplift'] as const).map((key) =>
    countOf(counts[key], NUMBERS[key]),
  )
  const fens = Object.entries(taxes).flatMap(([tax, typed]) => {
    const read = parseFen(typed === '' ? '0' : typed)
    return read.ok ? [[tax, String(read.value)] as const] : []
  })
  const isWhole = fens.length === Object.keys(taxes).length
  const asked =
    isWhole && year !== undefined && months !== undefined && persons !== undefined && upliftPercent !== undefined
      ? { kind, year, months, persons, upliftPercent, taxes: Object.fromEntries(fens) }
      : undefined
  return (
    <div className="assist-page">
      <PageHead
        title={text('incentive.estimate')}
        note={text('incentive.disclaimer')}
        actions={<Link to="/desk/incentives">{text('incentive.back')}</Link>}
      />
      <Panel title={text('incentive.taxYuan')}>
        <div className="assist-form">
          <ChoiceField
            label={text('incentive.taxKind')}
            value={kind}
            onChange={setKind}
            options={OffsetKind.options.map((one) => [one, text(`incentive.taxKindOf.${one}`)] as const)}
          />
          {(['year', 'taxMonths', 'uplift'] as const).map((key) => (
            <LineField
              key={key}
              label={text(`incentive.${key}`)}
              value={counts[key]}
              onChange={(value) => setCounts({ ...counts, [key]: value })}
            />
          ))}
          {kind === 'employer' && (
            <LineField
              label={text('incentive.persons')}
              value={counts.persons}
              onChange={(value) => setCounts({ ...counts, persons: value })}
            />
          )}
          {Tax.options.map((tax) => (
            <LineField
              key={tax}
              label={text(`incentive.taxOf.${tax}`)}
              value={taxes[tax] ?? ''}
              onChange={(value) => setTaxes({ ...taxes, [tax]: value })}
            />
          ))}
        </div>
      </Panel>
      {asked ? <Estimate asked={asked} /> : <p className="assist-sums">{text('incentive.incomplete')}</p>}
    </div>
  )
}

function Estimate({ asked }: { asked: Asked }) {
  const text = useText(incentiveMessages)
  const words = useAssistWords()
  const query = useView(estimateOffset, asked)
  return (
    <ViewState query={query}>
      {({ rule, lines, capFen, reducedFen, unusedFen, upliftPercent }) =>
        rule === null ? (
          <EmptyState title={text('incentive.noRule')} />
        ) : (
          <Panel title={rule.name} side={!rule.isVerified && <Tag tone="amber">{text('incentive.unverified')}</Tag>}>
            <p className="assist-words">
              {text('incentive.cap', {
                cap: formatFen(BigInt(capFen)),
                uplift: upliftPercent,
                reduced: formatFen(BigInt(reducedFen)),
                unused: formatFen(BigInt(unusedFen)),
              })}
              <small className="faint">{rule.source}</small>
            </p>
            <WideTable
              label={rule.name}
              titles={[text('incentive.kind'), text('incentive.taxYuan'), text('incentive.reduced')]}
              numbers={[1, 2]}
            >
              {lines.map(({ tax, owedFen, reducedFen: reduced }) => (
                <tr key={tax}>
                  <th scope="row">{text(`incentive.taxOf.${tax}`)}</th>
                  <td className="number">{words.yuan(owedFen)}</td>
                  <td className="number">{words.yuan(reduced)}</td>
                </tr>
              ))}
            </WideTable>
          </Panel>
        )
      }
    </ViewState>
  )
}

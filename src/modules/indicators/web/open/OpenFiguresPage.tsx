import { useId } from 'react'
import { useSearchParams } from 'react-router'
import { LoadingState } from '../../../../ui/parts/LoadingState.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { ReadFailed } from '../../../../ui/plain/ReadFailed.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenFigures } from '../../contract-open.ts'
import { openFigureMessages } from './messages-open.ts'
import { OpenTablePanel } from './OpenTablePanel.tsx'
import { useOpenFigures, useOpenProvinces } from './use-open-figures.ts'
import './open-figures.css'

/** Figures for everybody: a province, its cities and counties, in a quarter that is over. */
export function OpenFiguresPage() {
  const text = useText(openFigureMessages)
  const [asked, setAsked] = useSearchParams()
  const provinces = useOpenProvinces()
  const list = provinces.data?.provinces ?? []
  const place = asked.get('place') ?? list[0]?.code
  const figures = useOpenFigures(place, asked.get('quarter') ?? 'latest')
  const isFailed = provinces.isError || figures.isError
  const again = () => void Promise.all([provinces, figures].filter(({ isError }) => isError).map(({ refetch }) => refetch()))
  const go = (change: Record<string, string>) => setAsked({ ...Object.fromEntries(asked), ...change }, { replace: true })
  return (
    <div className="open-figures">
      <PageHeading title={text('figures.open.title')} />
      <p className="lead">{text('figures.open.lead')}</p>
      <div className="open-choices">
        <Select
          label={text('figures.open.province')}
          value={place ?? ''}
          options={list.map(({ code, name }) => [code, name])}
          onChange={(code) => go({ place: code })}
        />
        {figures.data && <QuarterSelect figures={figures.data} onChange={(quarter) => go({ quarter })} />}
      </div>
      {isFailed && <ReadFailed sentence={text('figures.open.failed')} onRetry={again} />}
      {!isFailed && !figures.data && <LoadingState />}
      {figures.data && (
        <>
          <p>{text('figures.open.hidden', { smallest: figures.data.smallest })}</p>
          {figures.data.tables.map((table) => (
            <OpenTablePanel key={table.code} table={table} />
          ))}
        </>
      )}
    </div>
  )
}

function QuarterSelect({ figures, onChange }: { figures: OpenFigures; onChange: (quarter: string) => void }) {
  const text = useText(openFigureMessages)
  const nameOf = (quarter: string): string => text('figures.open.quarterName', { year: quarter.slice(0, 4), number: quarter.slice(6) })
  return (
    <Select
      label={text('figures.open.quarter')}
      value={figures.quarter}
      options={figures.quarters.map((quarter) => [quarter, nameOf(quarter)])}
      onChange={onChange}
    />
  )
}

interface SelectProps {
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  onChange: (value: string) => void
}

function Select({ label, value, options, onChange }: SelectProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

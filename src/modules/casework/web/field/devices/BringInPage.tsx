import { useState } from 'react'
import { Link } from 'react-router'
import { FilePick } from '../../../../../ui/fields/FilePick.tsx'
import { PageHead, Panel } from '../../../../../ui/layout/Panel.tsx'
import { Tag } from '../../../../../ui/parts/Tag.tsx'
import { minuteOf } from '../../../../../ui/text/minute-of.ts'
import { type Text, useText } from '../../../../../ui/text/use-text.ts'
import { fieldPageMessages } from '../messages-field.ts'
import { whyMessages } from '../messages-why.ts'
import { actionWord, whySentence } from '../why-sentence.ts'
import { type Bringing, bringFile, type PartOutcome } from './bring-file.ts'
import { deviceMessages } from './messages-devices.ts'
import '../field.css'

/** Brings in what a device wrote into a file: each item with what became of it. */
export function BringInPage() {
  const text = useText(deviceMessages)
  const [bringing, setBringing] = useState<Bringing>()
  const isBusy = bringing?.state === 'busy'
  const bring = async ([file]: readonly File[]) => {
    if (file && !isBusy) await bringFile(await file.text(), setBringing)
  }
  return (
    <>
      <PageHead
        crumb={<Link to="/desk/devices">{text('casework.devices.title')}</Link>}
        title={text('casework.bring.title')}
        note={text('casework.bring.note')}
      />
      <Panel title={text('casework.bring.title')} style={{ flex: 'none' }}>
        <div className="bring-choose">
          <FilePick accept=".guidui" isBusy={isBusy} onPick={(files) => void bring(files)}>
            {text('casework.bring.choose')}
          </FilePick>
        </div>
        <div role="status">{bringing && <Outcome bringing={bringing} text={text} />}</div>
      </Panel>
    </>
  )
}

type DeviceText = Text<(typeof deviceMessages)['keys'][number]>

function Outcome({ bringing, text }: { bringing: Bringing; text: DeviceText }) {
  const { state, outcomes, all, missing } = bringing
  if (state === 'unknown') return <p className="bring-said red">{text('casework.bring.unknown')}</p>
  if (state === 'busy') return <p className="bring-said">{text('casework.bring.busy', { done: outcomes.length, all })}</p>
  const items = outcomes.filter((outcome) => outcome.kind === 'value' && outcome.value.kind === 'item')
  const claimed = items.filter(
    (outcome) => outcome.kind === 'value' && outcome.value.kind === 'item' && outcome.value.became === 'claimed',
  ).length
  const failed = outcomes.filter(({ kind }) => kind !== 'value').length
  const counts = { items: items.length, delivered: items.length - claimed, claimed }
  return (
    <>
      <p className="bring-said">{text(saidOf(counts), counts)}</p>
      {missing > 0 && <p className="bring-said red">{text('casework.bring.missing', { count: missing })}</p>}
      {failed > 0 && <p className="bring-said red">{text('casework.bring.failed', { count: failed })}</p>}
      <ul className="field-items">
        {outcomes.map((outcome) => (
          <OutcomeLine key={outcome.part} outcome={outcome} text={text} />
        ))}
      </ul>
    </>
  )
}

const saidOf = ({ items, claimed }: { items: number; claimed: number }) =>
  items === 0 ? 'casework.bring.empty' : claimed === 0 ? 'casework.bring.doneAll' : 'casework.bring.done'

/** A photo that came in is not worth a line: its item is. */
function OutcomeLine({ outcome, text }: { outcome: PartOutcome; text: DeviceText }) {
  const words = useText(fieldPageMessages)
  const sentences = useText(whyMessages)
  if (outcome.kind !== 'value')
    return (
      <FailedLine
        part={outcome.part}
        why={outcome.kind === 'refusal' ? text(`casework.bring.refusal.${outcome.code}`) : problemOf(outcome.code, text)}
      />
    )
  const { value } = outcome
  if (value.kind === 'photo') return value.isKept ? null : <FailedLine part={outcome.part} why={text('casework.bring.photoLost')} />
  return (
    <li className="field-item">
      <Tag tone={value.became === 'delivered' ? 'green' : 'amber'}>{text(`casework.bring.${value.became}`)}</Tag>
      <span className="grow">
        <b>{actionWord(value.action, words)}</b>
        {value.code !== null && <span className="field-hint amber">{whySentence({ code: value.code }, sentences)}</span>}
      </span>
      <span className="faint">{text('casework.bring.by', { who: value.byName, at: minuteOf(value.capturedAt) })}</span>
    </li>
  )
}

function FailedLine({ part, why }: { part: number; why: string }) {
  const text = useText(deviceMessages)
  return (
    <li className="field-item">
      <Tag tone="red">{text('casework.bring.part', { part })}</Tag>
      <span className="grow">{why}</span>
    </li>
  )
}

function problemOf(code: string, text: DeviceText): string {
  if (code === 'not-found') return text('casework.bring.notFound')
  return text(code === 'not-permitted' ? 'casework.bring.notPermitted' : 'casework.bring.problem')
}

import { Button } from 'antd'
import { Link } from 'react-router'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import type { KindOnDesk, SiteOnDesk } from '../../contract.ts'
import type { KindWords } from '../kind-words.ts'
import type { WorkText } from '../messages.ts'
import { recordPath } from '../work-path.ts'

const TONES: Readonly<Record<SiteOnDesk['state'], Tone>> = { waiting: 'amber', shown: 'green', hidden: 'slate' }

interface ColumnParts {
  text: WorkText
  words: KindWords
  kind: KindOnDesk | undefined
  placeOf: (unitCode: string) => string
  mayPublish: boolean
  onPublish: (site: SiteOnDesk) => void
  onTakeBack: (site: SiteOnDesk) => void
}

/** Facilities with what is public of them. */
export function siteColumns({ text, words, kind, placeOf, mayPublish, onPublish, onTakeBack }: ColumnParts): Column<SiteOnDesk>[] {
  const fieldOf = (code: string) => kind?.fields.find((field) => field.code === code)
  const titleOf = (code: string): string => {
    const field = fieldOf(code)
    return field ? words.nameOf(field) : code
  }
  const wordOf = (code: string, value: string): string => {
    const choice = fieldOf(code)?.choices?.find((one) => one.code === value)
    return choice ? words.nameOf(choice) : value
  }
  return [
    {
      key: 'name',
      title: text('work.sites.name'),
      width: 220,
      card: 'title',
      draw: ({ recordId, name }) => (
        <Link to={recordPath(recordId)}>
          <b>{name}</b>
        </Link>
      ),
    },
    { key: 'type', title: titleOf('type'), width: 110, draw: ({ type }) => wordOf('type', type) },
    { key: 'level', title: titleOf('level'), width: 90, draw: ({ level }) => wordOf('level', level) },
    { key: 'keeper', title: text('work.sites.keeper'), width: 200, draw: ({ keeper }) => keeper },
    { key: 'unit', title: text('work.unit'), width: 140, draw: ({ unitCode }) => placeOf(unitCode) },
    {
      key: 'state',
      title: text('work.sites.state'),
      width: 96,
      draw: ({ state }) => <Tag tone={TONES[state]}>{text(`work.sites.state.${state}`)}</Tag>,
    },
    { key: 'on', title: text('work.sites.on'), width: 110, draw: ({ publishedOn }) => publishedOn ?? '' },
    {
      key: 'act',
      title: text('work.act'),
      width: 100,
      draw: (site) =>
        mayPublish && (
          <Button type="text" className="link-button" onClick={() => (site.state === 'shown' ? onTakeBack(site) : onPublish(site))}>
            {text(site.state === 'shown' ? 'work.sites.takeBack' : 'work.sites.publish')}
          </Button>
        ),
    },
  ]
}

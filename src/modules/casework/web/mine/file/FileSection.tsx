import { Link } from 'react-router'
import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyFile } from '../../../contract.ts'
import { useFieldWords } from './field-words.ts'
import { myFileMessages } from './messages-file.ts'

type Section = MyFile['sections'][number]

/** One part of the file. What is missing is said in words, not by an empty place. */
export function FileSection({ section, correctionKind }: { section: Section; correctionKind: string | null }) {
  const text = useText(myFileMessages)
  return (
    <section className="sheet">
      <h2>{text(`mine.file.section.${section.code}`)}</h2>
      {section.lines.length === 0 && <p className="fine">{text('mine.file.sectionNone')}</p>}
      <dl className="said">
        {section.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two spells of service have the same fields
          <FileLine key={at} line={line} part={section.code} correctionKind={correctionKind} />
        ))}
      </dl>
    </section>
  )
}

function FileLine({ line, part, correctionKind }: { line: Section['lines'][number]; part: string; correctionKind: string | null }) {
  const text = useText(myFileMessages)
  const words = useFieldWords()
  const day = useDay()
  const name = words.name(line)
  const value = words.value(line)
  const isDay = value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value)
  const [short, long] = line.isMissing
    ? (['mine.file.add', 'mine.file.addOf'] as const)
    : (['mine.file.wrong', 'mine.file.wrongOf'] as const)
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={line.isMissing ? 'grow todo' : 'grow'}>
          {value === null ? text(line.isMissing ? 'mine.file.missing' : 'mine.file.none') : isDay ? day(value) : value}
        </span>
        {correctionKind !== null && (
          <Link to={`/me/kinds/${correctionKind}?${new URLSearchParams({ about: part, name })}`} aria-label={text(long, { name })}>
            {text(short)}
          </Link>
        )}
      </dd>
    </div>
  )
}

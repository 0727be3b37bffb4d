import type { MyKind } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'

/** What the file answers already, so that nobody is asked twice. */
export function KnownAnswers({ one, title }: { one: MyKind; title: string }) {
  const wordsOf = useWordsOf()
  const known = one.known.flatMap(({ field, shown }) => {
    const asked = one.kind.fields.find(({ code }) => code === field)
    return asked ? [{ field, name: wordsOf(asked.name), shown }] : []
  })
  if (known.length === 0) return null
  return (
    <section className="sheet">
      <h2>{title}</h2>
      <dl className="said">
        {known.map(({ field, name, shown }) => (
          <div key={field}>
            <dt>{name}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

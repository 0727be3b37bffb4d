import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { useClassWords } from '../visits/visit-words.ts'
import { peopleMessages } from './messages-people.ts'
import type { SeenPerson } from './seen-person.ts'
import './people.css'

/** Name, age, identities and address on one line, masked. */
export function PersonLine({ person }: { person: Pick<SeenPerson, 'nameMasked' | 'age' | 'classes' | 'addressMasked'> }) {
  const text = useText(peopleMessages)
  return (
    <span className="person-line">
      <b>{person.nameMasked}</b>
      <span className="soft">{text('casework.age', { count: person.age })}</span>
      <ClassTags codes={person.classes} />
      <span className="soft cut grow">{person.addressMasked}</span>
    </span>
  )
}

/** At most two identities in words, and how many more. */
export function ClassTags({ codes }: { codes: readonly string[] }) {
  const { classWord } = useClassWords()
  const words = codes.flatMap((code) => classWord(code) ?? [])
  return (
    <>
      {words.slice(0, 2).map((word) => (
        <Tag key={word} tone="slate">
          {word}
        </Tag>
      ))}
      {words.length > 2 && <Tag>+{words.length - 2}</Tag>}
    </>
  )
}

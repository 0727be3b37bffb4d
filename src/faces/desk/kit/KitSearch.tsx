import { useState } from 'react'
import { SearchBox } from '../../../ui/layout/SearchBox.tsx'
import { KeyHint } from '../../../ui/parts/KeyHint.tsx'
import { Tag } from '../../../ui/parts/Tag.tsx'

const people = [
  { id: '1', name: '周*国', age: '63 岁', identity: '残疾军人', address: '凤鸣路 18 号' },
  { id: '2', name: '朱*刚', age: '58 岁', identity: '退役士兵', address: '凤鸣路 31 号' },
  { id: '3', name: '张*桂', age: '77 岁', identity: '烈士遗属', address: '空港大道 9 号' },
]

/** The search box with three made-up people, whatever one types. */
export function KitSearch() {
  const [query, setQuery] = useState('')
  return (
    <SearchBox
      query={query}
      onQuery={setQuery}
      found={people}
      keyOf={(person) => person.id}
      onPick={() => undefined}
      draw={(person) => (
        <>
          <b>{person.name}</b>
          <span className="soft">{person.age}</span>
          <Tag>{person.identity}</Tag>
          <span className="grow">{person.address}</span>
        </>
      )}
      foot={
        <span>
          <KeyHint keys="Enter" /> 打开档案 <KeyHint keys="Alt N" /> 记走访
        </span>
      }
    />
  )
}

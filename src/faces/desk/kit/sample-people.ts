/** A thousand made-up people in pages, as a server would give them. */
export interface SamplePerson {
  id: string
  name: string
  age: number
  identity: string
  address: string
  visitedOn: string
  amountFen: bigint
}

const surnames = '周廖冉陶何罗谭向龚蒲邓张王李刘陈杨黄赵吴'
const identities = ['残疾军人', '烈士遗属', '退役士兵', '参战退役军人', '复员军人']

export function samplePeople(from: number, limit: number): SamplePerson[] {
  return Array.from({ length: Math.min(limit, 1000 - from) }, (_, offset) => samplePerson(from + offset))
}

function samplePerson(at: number): SamplePerson {
  const long = at % 37 === 3
  return {
    id: String(at),
    name: long ? '阿依古丽·买买提*江' : `${surnames[at % surnames.length]}*${at % 3 === 0 ? '' : '国'}`,
    age: 24 + ((at * 17) % 70),
    identity: identities[at % identities.length] ?? '',
    address: long ? '双凤桥街道凤鸣路社区空港大道西段一百二十八号附五号三单元十二楼' : `凤鸣路 ${(at % 90) + 1} 号 ${(at % 4) + 1} 单元`,
    visitedOn: `2026-0${(at % 6) + 1}-${String((at % 27) + 1).padStart(2, '0')}`,
    amountFen: BigInt(at % 5 === 0 ? 0 : 12_000 + at * 137),
  }
}

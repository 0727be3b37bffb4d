import type { Wanted } from './person-file.ts'

/** Someone of 凤鸣路社区 who has a part in the worked example. */
export interface Character extends Wanted {
  /** In how many days the next contact is due: negative is overdue. */
  readonly dueIn: number
  /** Captured so many days ago and not yet visited. */
  readonly isNew?: true
}

/** The morning of 陈晓琴: four to visit, three in a week's time, one overdue. */
const CHARACTERS: readonly Character[] = [
  { name: '周建国', sex: 'male', age: 63, classCode: 'DIS', address: '凤鸣路 18 号 3 单元 7-2', dueIn: 5 },
  { name: '廖玉珍', sex: 'female', age: 86, classCode: 'KIN-M', address: '凤鸣路 22 号 1 单元 2-1', dueIn: 3 },
  { name: '冉小兵', sex: 'male', age: 34, classCode: 'DISCHARGED', address: '空港大道 9 号 2 单元 11-4', dueIn: 1, isNew: true },
  { name: '陶勇', sex: 'male', age: 71, classCode: 'WAR', address: '空港大道 41 号 1 单元 3-3', dueIn: 4 },
  { name: '何光明', sex: 'male', age: 58, classCode: 'DISCHARGED', address: '空港大道 66 号 4 单元 5-1', dueIn: 7, isNew: true },
  { name: '向德福', sex: 'male', age: 79, classCode: 'DIS', address: '凤鸣路 7 号 2 单元 1-2', dueIn: 6 },
  { name: '谭明淑', sex: 'female', age: 83, classCode: 'KIN-I', address: '凤鸣路 31 号 1 单元 4-2', dueIn: 7 },
  { name: '邓光荣', sex: 'male', age: 68, classCode: 'RURAL60', address: '凤鸣路 12 号 1 单元 6-1', dueIn: -2 },
  { name: '龚勇', sex: 'male', age: 66, classCode: 'WAR', address: '凤鸣路 5 号 2 单元 2-2', dueIn: 170 },
  { name: '蒲玉芳', sex: 'female', age: 81, classCode: 'KIN-D', address: '空港大道 15 号 3 单元 8-1', dueIn: 29 },
  { name: '罗凯', sex: 'male', age: 24, classCode: 'DISCHARGED', address: '空港大道 9 号 1 单元 16-2', dueIn: 120 },
]

/** Who the person at a place in the list is; beyond the characters, people whom nobody need visit this week. */
export function characterAt(at: number): Character {
  return CHARACTERS[at] ?? { dueIn: 8 + ((at * 7) % 22) + (at % 3 === 0 ? 0 : 30) }
}

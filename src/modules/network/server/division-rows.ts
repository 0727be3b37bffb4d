import { type RegionCode, type Tier, tierOf } from '../../../kernel/region-code.ts'
import { pinyinDictionary } from '../../../platform/text/pinyin-dictionary.ts'
import { shortName, spokenName } from '../domain/division-name.ts'
import { isPseudoNode, naturalParent } from '../domain/natural-tree.ts'
import { initialsOf, plainText, type SearchKeys, searchKeys } from '../domain/search-keys.ts'
import type { DivisionsFile, ListedDivision } from './divisions-file.ts'

/** A division as the database holds it. */
export interface DivisionRow {
  readonly code: RegionCode
  readonly name: string
  readonly shortName: string
  readonly tier: Tier
  readonly parentCode: RegionCode
  readonly pinyin: string
  readonly initials: string
  readonly isPseudo: boolean
  readonly validFrom: string
  readonly validTo: string
  /** None for a pseudo node, which nobody looks for. */
  readonly keys: SearchKeys
}

type NamePart = Pick<DivisionRow, 'shortName' | 'pinyin' | 'initials' | 'keys'>

const NO_KEYS: SearchKeys = { starts: [], inside: [] }

function readName(name: string): NamePart {
  const syllables = pinyinDictionary().pinyin(spokenName(plainText(name)), { toneType: 'none', type: 'array', v: true })
  return { shortName: shortName(name), pinyin: syllables.join(''), initials: initialsOf(syllables), keys: searchKeys(name, syllables) }
}

/** A former division stands in the tree until the day it ended, unless its code lives on. */
function withFormer({ divisions, changes }: DivisionsFile): { all: readonly ListedDivision[]; endedOn: ReadonlyMap<string, string> } {
  const listed = new Set<string>(divisions.map(({ code }) => code))
  const former = changes.filter(({ from_code }) => !listed.has(from_code))
  const byCode = new Map(former.map((change) => [change.from_code, { code: change.from_code, name: change.from_name }]))
  return { all: [...divisions, ...byCode.values()], endedOn: new Map(former.map((change) => [change.from_code, change.valid_on])) }
}

/** The list has no days: a place stands from of old, unless a change brought it into being. */
const beganOn = ({ changes }: DivisionsFile): ReadonlyMap<string, string> =>
  new Map(
    changes
      .filter(({ is_new }) => is_new)
      .toSorted((a, b) => (a.valid_on < b.valid_on ? 1 : -1))
      .map(({ to_code, valid_on }) => [to_code, valid_on]),
  )

/**
 * Everything the tree says that the list does not: natural parents, short names, pinyin, search keys.
 *
 * Lazy, one row at a time: the nation has 665,271 of them. A third of the names repeat, so each is spelt once.
 */
export function* divisionRows(file: DivisionsFile): Generator<DivisionRow> {
  const { all, endedOn } = withFormer(file)
  const began = beganOn(file)
  // Former places too: what ended together with the place above it hung below that place, and not beside its neighbours.
  const names = new Map(all.map(({ code, name }) => [code as string, name]))
  const pseudo = new Set<string>(all.filter((node) => isPseudoNode(node, (code) => names.get(code))).map(({ code }) => code))
  const isRealPlace = (code: string) => names.has(code) && !pseudo.has(code)
  const spelt = new Map<string, NamePart>()
  for (const { code, name } of all) {
    const parentCode = naturalParent(code, isRealPlace)
    if (!parentCode) continue
    const part = spelt.get(name) ?? readName(name)
    spelt.set(name, part)
    const isPseudo = pseudo.has(code)
    yield {
      code,
      name,
      shortName: part.shortName,
      tier: tierOf(code),
      parentCode,
      pinyin: part.pinyin,
      initials: part.initials,
      isPseudo,
      validFrom: began.get(code) ?? '-infinity',
      validTo: endedOn.get(code) ?? 'infinity',
      keys: isPseudo ? NO_KEYS : part.keys,
    }
  }
}

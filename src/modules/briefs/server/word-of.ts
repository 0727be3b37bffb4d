import { type LinkedParagraph, writeLinkedWordFile } from '../../../platform/word/index.ts'
import type { BoundFigure } from '../contract-words.ts'
import type { Inline } from '../domain/brief.ts'
import { numbersOf } from '../domain/numbers-of.ts'
import { sayDay } from '../domain/say-period.ts'
import { officeOf } from '../domain/whole-of.ts'
import type { BriefRow } from './brief-rows.ts'
import { findTemplate } from './templates.ts'

interface About {
  /** Where the program answers, `https://guidui.example`: links lead there. */
  readonly origin: string
  readonly place: { readonly name: string; readonly tier: string }
}

/** The page of the rows behind a figure. */
export function rowsAddress(
  origin: string,
  { code, word, place, period }: Pick<BoundFigure, 'code' | 'word' | 'place' | 'period'>,
): string {
  const part = word === undefined ? {} : { word }
  return `${origin}/desk/network/rows?${new URLSearchParams({ code, place, from: period.from, to: period.to, ...part })}`
}

const STYLES = { heading: 'Heading', subheading: 'Subheading', text: 'BodyText' } as const

/**
 * A brief as a Word file in the layout of official papers: headings counted as its genre counts them, each number a link to its rows that
 * says as of when. The same brief makes the same bytes.
 */
export function wordOf(brief: BriefRow, { origin, place }: About): Buffer {
  const figures = new Map(brief.figures.map((figure) => [figure.key, figure]))
  const runs = (inlines: readonly Inline[]): LinkedParagraph['runs'] =>
    inlines.map((inline) => {
      if (inline.kind !== 'figure') return { text: inline.text }
      const figure = figures.get(inline.key)
      if (!figure) throw new Error(`${brief.id} names no figure ${inline.key}`)
      return { text: figure.words, link: rowsAddress(origin, figure), tip: `${figure.label}，按${sayDay(brief.knownOn)}的记录` }
    })
  const numbers = numbersOf(brief.text.blocks, findTemplate(brief.template)?.genre ?? null)
  const paragraphs = brief.text.blocks.map(({ kind, inlines }, at): LinkedParagraph => {
    const number = numbers[at] ?? ''
    return { style: STYLES[kind], runs: number === '' ? runs(inlines) : [{ text: number }, ...runs(inlines)] }
  })
  const unlocked: LinkedParagraph[] = brief.isUnlocked ? [{ style: 'Centred', runs: [{ text: '（数据未锁定）' }] }] : []
  return writeLinkedWordFile([
    { style: 'Title', runs: runs(brief.text.title) },
    ...unlocked,
    ...paragraphs,
    { style: 'Signature', runs: [{ text: officeOf(place.name, place.tier) }] },
    { style: 'Signature', runs: [{ text: sayDay(brief.knownOn) }] },
    { style: 'BodyText', runs: [{ text: `注：数字按${sayDay(brief.knownOn)}的记录计算，点击可查看明细。` }] },
  ])
}

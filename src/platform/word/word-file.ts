import { CONTENT_TYPES, FONTS, PACKAGE_RELATIONS, STYLES, wordRelations } from './word-parts.ts'
import { zipOf } from './zip.ts'

/** A paper as an office writes it: a title, a table or paragraphs or both, the signature at the foot. */
export interface WordPaper {
  readonly title: string
  /** Cells by turns a label and what it says; a row of two cells reaches over the whole width. */
  readonly rows?: readonly (readonly string[])[]
  readonly paragraphs: readonly string[]
  readonly signature: readonly string[]
}

/** A4 with the margins of official papers. */
export const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'

/** Columns of a table in twentieths of a point: label, words, label, words; together the width of the type area. */
const COLUMNS = [1_700, 2_740, 1_700, 2_740] as const
const WIDTH = COLUMNS.reduce((all, one) => all + one, 0)

/**
 * Writes a paper as a Word file (ECMA-376) on A4 in the layout of official papers (GB/T 9704-2012): title in 宋体 22 pt, text in
 * 仿宋 16 pt on 28 pt lines, margins 37, 26, 35 and 28 mm. Fonts are named as Chinese offices have them, with the names by
 * which other systems know them. Every word of it can be edited.
 */
export function writeWordFile(paper: WordPaper): Buffer {
  return zipOf([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', PACKAGE_RELATIONS],
    ['word/_rels/document.xml.rels', wordRelations([])],
    ['word/document.xml', documentOf(paper)],
    ['word/styles.xml', STYLES],
    ['word/fontTable.xml', FONTS],
  ])
}

const documentOf = ({ title, rows = [], paragraphs, signature }: WordPaper): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[
    paragraph('Title', title),
    rows.length > 0 ? tableOf(rows) : '',
    ...paragraphs
      .flatMap((text) => text.split('\n'))
      .map((text) => paragraph(/^[^，。；]{1,40}：$/.test(text) ? 'Addressed' : 'BodyText', text)),
    ...signature.map((text) => paragraph('Signature', text)),
  ].join('')}${PAGE}</w:body></w:document>`

const paragraph = (style: string, text: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runsOf(text)}</w:p>`

/** Line breaks within a text stay within its paragraph. */
const runsOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>')

/** As XML holds it: what it cannot hold at all is left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`)
  .join('')

const tableOf = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${COLUMNS.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.map(rowOf).join('')}</w:tbl>`

function rowOf(cells: readonly string[]): string {
  const [label, ...others] = COLUMNS
  const widths = cells.length === 2 ? [label, others.reduce((all, one) => all + one, 0)] : COLUMNS
  const spans = cells.length === 2 ? [1, 3] : [1, 1, 1, 1]
  const written = cells.map((text, at) => cellOf(text, { width: widths[at] ?? 0, span: spans[at] ?? 1, isLabel: at % 2 === 0 }))
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="567" w:hRule="atLeast"/></w:trPr>${written.join('')}</w:tr>`
}

const cellOf = (text: string, { width, span, isLabel }: { width: number; span: number; isLabel: boolean }): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${paragraph(isLabel ? 'CellLabel' : 'CellText', text)}</w:tc>`

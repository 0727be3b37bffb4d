import { escaped, PAGE } from './word-file.ts'
import { CONTENT_TYPES, FONTS, PACKAGE_RELATIONS, STYLES, wordRelations } from './word-parts.ts'
import { zipOf } from './zip.ts'

/** Words in a paragraph, with or without an address that they lead to and what a reader is told over them. */
interface LinkedRun {
  readonly text: string
  readonly link?: string
  readonly tip?: string
}

export interface LinkedParagraph {
  readonly style: 'Title' | 'Centred' | 'Heading' | 'Subheading' | 'BodyText' | 'Signature'
  readonly runs: readonly LinkedRun[]
}

/**
 * Writes paragraphs whose words may be links as a Word file, in the same layout as other papers. Links keep the look of the
 * text: a paper is printed. The same words make the same bytes.
 */
export function writeLinkedWordFile(paragraphs: readonly LinkedParagraph[]): Buffer {
  const links = [...new Set(paragraphs.flatMap(({ runs }) => runs.flatMap(({ link }) => link ?? [])))]
  const idOf = (link: string): string => `rIdLink${links.indexOf(link) + 1}`
  const body = paragraphs
    .map(({ style, runs }, at) => {
      const keep = style === 'BodyText' && paragraphs[at + 1]?.style === 'Signature' ? KEEP_NEXT : ''
      return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}</w:pPr>${runs.map((run) => runOf(run, idOf)).join('')}</w:p>`
    })
    .join('')
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}${PAGE}</w:body></w:document>`
  return zipOf([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', PACKAGE_RELATIONS],
    ['word/_rels/document.xml.rels', wordRelations(links.map((link) => [idOf(link), attribute(link)]))],
    ['word/document.xml', document],
    ['word/styles.xml', STYLES],
    ['word/fontTable.xml', FONTS],
  ])
}

/** A signature never stands alone on the last page. */
const KEEP_NEXT = '<w:keepNext/>'

const attribute = (text: string): string => escaped(text).replace(/"/g, '&quot;')

function runOf({ text, link, tip }: LinkedRun, idOf: (link: string) => string): string {
  const run = `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  if (link === undefined) return run
  return `<w:hyperlink r:id="${idOf(link)}"${tip === undefined ? '' : ` w:tooltip="${attribute(tip)}"`} w:history="1">${run}</w:hyperlink>`
}

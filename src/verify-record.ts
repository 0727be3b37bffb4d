import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { PlainError } from './kernel/plain-error.ts'
import { checkReceipt, locate, type Published, readReceipt, sentenceOf, type Verdict, verifyRecord } from './modules/placement/index.ts'

const OPTIONS = { commitment: { type: 'string' }, draw: { type: 'string' }, seal: { type: 'string' }, receipt: { type: 'string' } } as const

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new PlainError({ zh: `读不到文件 ${path}。请检查路径。`, en: `Cannot read ${path}. Check the path.` }, cause)
  }
}

type Receipt = NonNullable<ReturnType<typeof readReceipt>>

async function openReceipt(path: string): Promise<Receipt> {
  const receipt = readReceipt(await read(path))
  if (!receipt) throw new PlainError({ zh: `${path} 不是选岗回执。`, en: `${path} is no receipt of a placement round.` })
  return receipt
}

/** Each finding where it stands in the file; then the verdict. */
function tell(text: string, { findings, ok, isCompared, people, posts, links }: Verdict, say: (line: string) => void): void {
  for (const finding of findings) {
    const place = locate(text, finding.code === 'text' ? Number(finding.said) : finding.at)
    const { zh, en } = sentenceOf(finding)
    const where = place
      ? `第 ${place.line} 行第 ${place.column} 列（字节 ${place.byte}） / line ${place.line}, column ${place.column}, byte ${place.byte}`
      : ''
    say(`✗ ${zh}\n  ${en}${where ? `\n  ${where}` : ''}`)
  }
  if (ok)
    say(
      `✓ ${people} 人、${posts} 个岗位、${links} 步，全部重算一致 / ${people} people, ${posts} posts, ${links} steps: all as computed again`,
    )
  if (!isCompared)
    say(
      '! 未提供选岗前公布的承诺值（--commitment），看不出事后改动再重新计算哈希的情况。\n' +
        '  Without the commitment published before the round (--commitment), what was changed and hashed anew is not seen.',
    )
}

/** The holder of a receipt and nobody else: what the record says of them. */
function tellOwn(text: string, { pseudonym }: Receipt, say: (line: string) => void): void {
  const { order, outcome } = JSON.parse(text) as { order: string[]; outcome: { places: { candidate: string; post: string }[] } }
  const rank = order.indexOf(pseudonym) + 1
  const post = outcome.places.find(({ candidate }) => candidate === pseudonym)?.post
  const got = post === undefined ? '未选到岗位 / without a post' : `岗位 / post ${post}`
  say(rank === 0 ? '✗ 记录中没有此人 / nobody with this receipt is in the record' : `本人排名 / own rank ${rank}：${got}`)
}

/** `guidui verify FILE`: recomputes a published round without server or network. @returns whether nothing was found. */
export async function verifyRecordFile(args: readonly string[], say: (line: string) => void): Promise<boolean> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [path] = positionals
  if (path === undefined)
    throw new PlainError({ zh: '请给出公示记录文件：guidui verify record.json', en: 'Name the record: guidui verify record.json' })
  const { receipt: receiptPath, ...given } = values
  const receipt = receiptPath === undefined ? undefined : await openReceipt(receiptPath)
  const published: Published = { ...(receipt ? { commitment: receipt.commitment, links: receipt.links } : {}), ...given }
  const text = await read(path)
  const verdict = verifyRecord(text, published)
  tell(text, verdict, say)
  if (!receipt) return verdict.ok
  const forged = checkReceipt(receipt)
  if (forged) say(`✗ ${sentenceOf(forged).zh}\n  ${sentenceOf(forged).en}`)
  if (verdict.ok && !forged) tellOwn(text, receipt, say)
  return verdict.ok && !forged
}

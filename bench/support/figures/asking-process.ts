/** Posts what it is sent to an address and answers with the milliseconds until the whole answer was there, or a fault. */
export interface Question {
  readonly url: string
  readonly body: string
}

export type Answered = { readonly milliseconds: number } | { readonly fault: string }

async function ask({ url, body }: Question): Promise<Answered> {
  const begun = performance.now()
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const text = await answer.text()
  return answer.status === 200 ? { milliseconds: performance.now() - begun } : { fault: `${answer.status} ${text}` }
}

process.on('message', async (question: Question) => process.send?.(await ask(question)))

/** Screens that follow a round from a process of their own, and say of each link when they first knew of it. */
export interface Watching {
  readonly url: string
  readonly screens: number
}

/** Since the epoch, finer than milliseconds: both processes read the same clock. */
export const instant = (): number => performance.timeOrigin + performance.now()

export interface Seen {
  readonly seq: number
  readonly at: number
}

/** How long a whole page of the board takes that is asked for while the screens follow. */
export interface Loaded {
  readonly milliseconds: number
}

/** The board's own number, which no link has: after that of a link comes its instant. */
const SEQ = /"seq":(\d+),"(?!at")/

async function watch(url: string): Promise<void> {
  const answer = await fetch(`${url}/live`)
  const words = new TextDecoder()
  let rest = ''
  for await (const part of answer.body ?? []) {
    const events = (rest + words.decode(part, { stream: true })).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const seq = SEQ.exec(event)?.[1]
      if (seq !== undefined) process.send?.({ seq: Number(seq), at: instant() } satisfies Seen)
    }
  }
}

async function load(url: string): Promise<void> {
  const begun = performance.now()
  const answer = await fetch(url)
  await answer.text()
  if (answer.status !== 200) throw new Error(`the board was answered with ${answer.status}`)
  process.send?.({ milliseconds: performance.now() - begun } satisfies Loaded)
}

const RELOAD_MS = 50

process.on('message', ({ url, screens }: Watching) => {
  for (let screen = 0; screen < screens; screen += 1) void watch(url)
  setInterval(() => void load(url), RELOAD_MS)
})

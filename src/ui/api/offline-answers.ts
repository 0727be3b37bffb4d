/** What answers a view while the server is out of reach; a module that took something along provides it. */
type OfflineAnswer = (view: string, input: unknown) => Promise<unknown>

let answer: OfflineAnswer = () => Promise.resolve(undefined)

export const answerOffline = (next: OfflineAnswer): void => {
  answer = next
}

/** What is known on this device of an answer; undefined where nothing is. */
export const offlineAnswer = async (path: string, input: unknown): Promise<unknown> =>
  path.startsWith('/api/see/') ? await answer(path.slice('/api/see/'.length), input) : undefined

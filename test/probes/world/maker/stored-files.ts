import type { DeskMaker } from '../../generators/probe-case.ts'
import type { Actor } from '../actors.ts'
import { fileOf, paperTo, photoTo, type Request, saidIn, send } from '../desk.ts'
import type { Grounds } from '../grounds.ts'
import type { Asking } from './asking.ts'

/** Stores files by the doors of the program, each as somebody who would bring it. */
export function storedFilesOn({ app, remember }: Grounds, { whoMay }: Asking): Pick<DeskMaker, 'upload' | 'evidence'> {
  async function stored(actor: Actor, request: Request): Promise<{ fileId: string; owner: string }> {
    const answer = await send(app, actor.token, request)
    const { id = '' } = (saidIn(answer).value ?? {}) as Record<string, string>
    if (id === '') throw new Error(`making the world: ${actor.label} could store no file: ${answer.text}`)
    remember(id, { kind: 'work', unit: actor.at })
    return { fileId: id, owner: actor.accountId }
  }
  return {
    upload: (unit, text, kind = 'import') =>
      stored(whoMay(kind === 'import' ? 'import.start' : 'batch.takeReturn', unit), fileOf(text, kind)),
    evidence: (unit, form = 'pdf') =>
      stored(whoMay('work.attach', unit), form === 'pdf' ? paperTo('/api/evidence') : photoTo('/api/evidence')),
  }
}

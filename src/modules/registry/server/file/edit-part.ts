import { ok } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { type Changed, type Edit, editFile } from './edit-file.ts'
import type { Why } from './save-file.ts'

/** An edit of one part of a file, the part named by its id. */
interface PartEdit<C extends Changed> extends Pick<Edit<C>, 'change'> {
  readonly id: string
}

/** Changes a part of a file, for the reason and of the person that the message names; the answer names the part as well. */
export async function editPart<C extends Changed>(context: ActionContext, asked: Why & { personId: string }, { id, change }: PartEdit<C>) {
  const saved = await editFile(context, { personId: asked.personId, why: asked, change })
  return saved.ok ? ok({ ...saved.value, id }) : saved
}

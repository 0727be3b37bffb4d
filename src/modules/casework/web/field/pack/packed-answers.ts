import type { z } from 'zod'
import type { Pack } from '../../../../../ui/outbox/pack.ts'
import { findDivisions, path } from '../../../../network/contract.ts'
import { findPerson } from '../../../../registry/contract.ts'
import { getMatter, listInbox, listMatters, type Matter, type PackedPerson, seePack } from '../../../contract.ts'
import { findPacked } from './find-packed.ts'

/** Where the matters lie that are taken along whole: under no view's name, since each is asked for by its id. */
export const MATTERS = 'matters'

type Input<C extends { input: z.ZodType }> = z.input<C['input']>
type Output<C extends { output: z.ZodType }> = z.output<C['output']>

const peopleOf = ({ answers }: Pack): readonly PackedPerson[] => (answers[seePack.name] as Output<typeof seePack>).people
const mattersOf = ({ answers }: Pack): readonly Matter[] => (answers[MATTERS] as readonly Matter[] | undefined) ?? []

/** What the device knows of an answer; undefined where it took nothing along that says it. */
const FROM_PACK: Readonly<Record<string, (pack: Pack, input: unknown) => unknown>> = {
  [findPerson.name]: async (pack, input) => {
    const { query, limit = 20 } = input as Input<typeof findPerson>
    const found = await findPacked(peopleOf(pack), { query, salt: pack.leaseId, limit })
    return { rows: found.map(({ keys: _, version: __, ...person }) => ({ ...person, match: 'name' })) }
  },
  [getMatter.name]: (pack, input) => mattersOf(pack).find(({ id }) => id === (input as Input<typeof getMatter>).matterId),
  [listMatters.name]: (pack, input) => {
    const { personId } = input as Input<typeof listMatters>
    const { rows } = pack.answers[listInbox.name] as Output<typeof listInbox>
    return { rows: rows.filter(({ person }) => personId === undefined || person?.id === personId) }
  },
  [path.name]: (pack, input) => {
    const { rows } = (pack.answers[path.name] ?? { rows: [] }) as Output<typeof path>
    return rows.at(-1)?.code === (input as Input<typeof path>).code ? { rows } : undefined
  },
  /** One's own village: whoever lives elsewhere is captured where there is a network. */
  [findDivisions.name]: (pack) => {
    const { rows } = (pack.answers[path.name] ?? { rows: [] }) as Output<typeof path>
    const own = rows.at(-1)
    return { rows: own ? [{ ...own, path: rows.slice(0, -1).map(({ name }) => name), isInOwnRange: true }] : [] }
  },
}

export async function packedAnswer(pack: Pack, view: string, input: unknown): Promise<unknown> {
  const answer = FROM_PACK[view]
  return answer ? await answer(pack, input) : pack.answers[view]
}

import { z } from 'zod'

/**
 * What crosses the wire, declared once: the server validates with it in and out, forms validate with it, the OpenAPI
 * page is generated from it. `actionContract` changes the world; `viewContract` only reads.
 */
export interface ActionContract<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Refusal extends z.ZodType<{ code: string }> = z.ZodType<{ code: string }>,
> {
  readonly kind: 'action'
  /** `module.verbNoun` in dotted form: `visit.record`. It is the path: POST /api/do/visit.record */
  readonly name: Name
  /** One sentence for the API page. */
  readonly summary: string
  readonly input: Input
  readonly output: Output
  /** A discriminated union by `code`; `NoRefusal` where nothing can be refused. */
  readonly refusal: Refusal
  /** May be captured without a network and replayed later. */
  readonly offline?: boolean
}

export interface ViewContract<Name extends string = string, Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'view'
  /** POST /api/see/person.find: a body and not a query, so that no name or number ends up in a log of addresses. */
  readonly name: Name
  readonly summary: string
  readonly input: Input
  readonly output: Output
}

export const NoRefusal = z.never()

export const actionContract = <
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Refusal extends z.ZodType<{ code: string }>,
>(
  parts: Omit<ActionContract<Name, Input, Output, Refusal>, 'kind'>,
): ActionContract<Name, Input, Output, Refusal> => ({ kind: 'action', ...parts })

export const viewContract = <const Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  parts: Omit<ViewContract<Name, Input, Output>, 'kind'>,
): ViewContract<Name, Input, Output> => ({ kind: 'view', ...parts })

/** A page of a list: at most `limit` rows after `cursor`, which only the server can read. */
export const Paging = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(500).default(50),
})

/** What came of a page: its rows, and the cursor of the next page where there is one. */
export const paged = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().optional(), total: z.int().optional() })

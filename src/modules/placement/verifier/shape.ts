import type { Json } from './read-json.ts'

/** What a field may be. `may`: it may be absent. */
export type Shape =
  | { readonly text: RegExp }
  | { readonly whole: readonly [number, number] }
  | { readonly list: Shape; readonly least?: number; readonly most?: number }
  | { readonly fields: { readonly [key: string]: Shape } }
  | { readonly facts: RegExp }
  | { readonly byKind: { readonly [kind: string]: { readonly [key: string]: Shape } } }
  | { readonly may: Shape }

const isObject = (value: Json): value is { [key: string]: Json } => value !== null && typeof value === 'object' && !Array.isArray(value)

const under = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

function wrongField(value: { [key: string]: Json }, fields: { readonly [key: string]: Shape }, path: string): string | undefined {
  for (const key of Object.keys(value)) if (!Object.hasOwn(fields, key)) return under(path, key)
  for (const [key, shape] of Object.entries(fields)) {
    const held = value[key]
    if (held === undefined) {
      if ('may' in shape) continue
      return under(path, key)
    }
    const wrong = findWrong(held, 'may' in shape ? shape.may : shape, under(path, key))
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function wrongItem(
  value: Json,
  { list, least = 0, most = Number.POSITIVE_INFINITY }: Extract<Shape, { list: Shape }>,
  path: string,
): string | undefined {
  if (!Array.isArray(value) || value.length < least || value.length > most) return path
  for (const [at, item] of value.entries()) {
    const wrong = findWrong(item, list, `${path}[${at}]`)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function wrongKind(value: Json, byKind: Extract<Shape, { byKind: unknown }>['byKind'], path: string): string | undefined {
  if (!isObject(value)) return path
  const kind = value['kind']
  const fields = typeof kind === 'string' && Object.hasOwn(byKind, kind) ? byKind[kind] : undefined
  return fields ? wrongField(value, { kind: { text: /./ }, ...fields }, path) : under(path, 'kind')
}

function wrongFact(value: Json, keys: RegExp, path: string): string | undefined {
  if (!isObject(value)) return path
  const wrong = Object.entries(value).find(([key, held]) => !keys.test(key) || typeof held !== 'number')
  return wrong && under(path, wrong[0])
}

/** The path of the first field that is not what it should be, or that nobody knows; undefined: all are. */
export function findWrong(value: Json, shape: Shape, path: string): string | undefined {
  if ('text' in shape) return typeof value === 'string' && shape.text.test(value) ? undefined : path
  if ('whole' in shape) return typeof value === 'number' && value >= shape.whole[0] && value <= shape.whole[1] ? undefined : path
  if ('list' in shape) return wrongItem(value, shape, path)
  if ('byKind' in shape) return wrongKind(value, shape.byKind, path)
  if ('facts' in shape) return wrongFact(value, shape.facts, path)
  if ('may' in shape) return findWrong(value, shape.may, path)
  return isObject(value) ? wrongField(value, shape.fields, path) : path
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entitlement } from '../../../contract.ts'
import { clausesOf, type ReasonNode, treeOf } from './reason-tree.ts'

type Line = Entitlement['reasons'][number]

const clause = (article: string) => ({ law: '《军人抚恤优待条例》', article, says: '…' })
const leaf = (depth: number, article: string): Line => ({
  depth,
  kind: 'leaf',
  verdict: 'yes',
  name: { zh: article, en: article },
  fact: 'age',
  value: '61',
  clause: clause(article),
})
const joint = (depth: number, kind: 'all' | 'any'): Line => ({
  depth,
  kind,
  verdict: 'yes',
  name: null,
  fact: null,
  value: null,
  clause: null,
})

const shape = (nodes: readonly ReasonNode[]): unknown[] =>
  nodes.map((node) => (node.below.length === 0 ? (node.clause?.article ?? node.kind) : [node.kind, ...shape(node.below)]))

test('what stands deeper belongs to the line above it', () => {
  const lines = [joint(0, 'all'), leaf(1, '一'), joint(1, 'any'), leaf(2, '二'), leaf(2, '三'), leaf(1, '四')]

  expect(shape(treeOf(lines))).toEqual([['all', '一', ['any', '二', '三'], '四']])
})

test('a single leaf is a tree of its own', () => {
  expect(shape(treeOf([leaf(0, '一')]))).toEqual(['一'])
})

test('no line is lost and none is told twice, in the order of reading', () => {
  const flat = (nodes: readonly ReasonNode[]): string[] => nodes.flatMap(({ value, below }) => [value ?? '', ...flat(below)])

  fc.assert(
    fc.property(fc.array(fc.nat(5)), (depths) => {
      const lines = depths.map((depth, at) => ({ ...leaf(depth, '一'), value: String(at) }))

      expect(flat(treeOf(lines))).toEqual(lines.map(({ value }) => value))
    }),
  )
})

test('a clause is named once', () => {
  expect(clausesOf([leaf(0, '一'), leaf(1, '二'), leaf(1, '一')]).map(({ article }) => article)).toEqual(['一', '二'])
})

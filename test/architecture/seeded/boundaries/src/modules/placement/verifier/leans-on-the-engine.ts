import { order } from '../domain/engine/order.ts'

export const checked = order

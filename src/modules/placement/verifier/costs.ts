/** Costs of one person: by post, of those that are open to them and still there. */
export type Costs = ReadonlyMap<string, ReadonlyMap<string, number>>

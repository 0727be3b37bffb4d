/** A person as the form shows one: masked, with the station that their visits belong to. */
export interface SeenPerson {
  readonly id: string
  readonly unitCode: string
  readonly nameMasked: string
  readonly age: number
  readonly classes: readonly string[]
  readonly addressMasked: string | null
  readonly lastContactOn: string | null
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A number of region 99, which is nobody's, with its right check digit (GB 11643). */
function citizenIdOf(serial: number): string {
  const first = `99010119${String(50 + (Math.floor(serial / 900) % 40)).padStart(2, '0')}0${(serial % 9) + 1}15${String(serial % 1000).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0)
  return first + '10X98765432'.charAt(sum % 11)
}

/** Somebody who exists nowhere: name, number, phone and address stand nowhere else in the world. */
export interface MadeUp {
  readonly name: string
  readonly citizenId: string
  readonly phone: string
  readonly address: string
}

const han = (from: number, serial: number): string => String.fromCodePoint(from + serial)

export const madeUp = (serial: number): MadeUp => ({
  name: `麴${han(0x4e10, serial)}${han(0x6000, serial)}`,
  citizenId: citizenIdOf(serial),
  phone: `100${String(10_000_000 + serial * 7919).slice(0, 8)}`,
  address: `金丝楠巷${serial + 1000}号`,
})

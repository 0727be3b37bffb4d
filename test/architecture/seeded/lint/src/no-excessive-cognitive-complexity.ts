export function tangled(rows: readonly number[][]): number {
  let sum = 0
  for (const row of rows) {
    for (const cell of row) {
      if (cell > 1 || cell < -1) {
        if (cell > 2) {
          if ((cell > 3 && cell < 9) || cell === 11) {
            sum += cell
          } else if (cell === 10) {
            sum -= cell
          } else if (cell === 12) {
            sum -= 1
          }
        }
      }
    }
  }
  return sum
}

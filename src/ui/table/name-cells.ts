/**
 * Writes beside each value of a table the title of its column (`data-title`): on a phone a row is a card, and the title
 * stands above the value (wide-table.css). A cell over several columns, one that heads its row, and one with nothing in it
 * (`data-empty`) need none.
 */
export function nameCells(frame: ParentNode): void {
  const titles = [...frame.querySelectorAll('thead th')].map(({ textContent }) => textContent.trim())
  for (const row of frame.querySelectorAll<HTMLTableRowElement>('tbody tr')) {
    let column = 0
    for (const cell of row.cells) {
      const title = cell.colSpan === 1 && cell.tagName === 'TD' ? (titles[column] ?? '') : ''
      if ((cell.dataset['title'] ?? '') !== title) cell.dataset['title'] = title
      cell.toggleAttribute('data-empty', isEmpty(cell))
      column += cell.colSpan
    }
  }
}

const isEmpty = (cell: HTMLElement): boolean => cell.textContent.trim() === '' && cell.querySelector('input, img, svg') === null

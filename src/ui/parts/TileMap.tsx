import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useText } from '../text/use-text.ts'
import { tileMap } from '../theme/tile-map.ts'
import { type Direction, tileTowards } from '../theme/tile-towards.ts'
import { TileButton } from './TileButton.tsx'
import { TileKey } from './TileKey.tsx'
import { TileTable } from './TileTable.tsx'
import { type TileFigure, tileLimit } from './tile-figures.ts'
import '../styles/figures.css'

export interface TileMapProps {
  figures: readonly TileFigure[]
  /** A picture in words, kept with the data; without one the children are packed by code. */
  drawing?: string | undefined
  target: number
  chosen?: string | undefined
  onChoose: (code: string) => void
  /** Given by the page's 图 / 表 switch (`TileSwitch`). */
  as?: 'map' | 'table'
  /** The unit behind a value; a percent sign when left out. */
  unit?: string
}

const ways: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/** A region's children as equal squares around a target, each a button; arrow keys walk, Enter chooses. */
export function TileMap({ figures, drawing, target, chosen, onChoose, as = 'map', unit = '%' }: TileMapProps) {
  const text = useText()
  const map = useMemo(() => tileMap(figures, drawing), [figures, drawing])
  const byCode = useMemo(() => new Map(figures.map((figure) => [figure.code, figure])), [figures])
  const [walked, setWalked] = useState<string>()
  const group = useRef<HTMLDivElement>(null)
  const current = walked ?? chosen ?? map.tiles[0]?.code

  const walk = (event: KeyboardEvent) => {
    const way = ways[event.key]
    const from = map.tiles.find((tile) => tile.code === current)
    if (!way || !from) return
    event.preventDefault()
    const to = tileTowards(map, from, way)
    if (!to) return
    setWalked(to.code)
    group.current?.querySelector<HTMLElement>(`[data-code="${to.code}"]`)?.focus()
  }

  if (as === 'table' || figures.length > tileLimit)
    return <TileTable figures={figures} target={target} chosen={chosen} onChoose={onChoose} unit={unit} />
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser */}
      <div
        className="tiles"
        role="group"
        aria-label={text('tiles.label')}
        ref={group}
        onKeyDown={walk}
        style={{ gridTemplateColumns: `repeat(${map.columns}, minmax(0, 1fr))` }}
        data-wide={map.columns > 7 || undefined}
      >
        {map.tiles.map((tile) => {
          const figure = byCode.get(tile.code)
          return (
            figure && (
              <TileButton
                key={tile.code}
                tile={tile}
                figure={figure}
                target={target}
                unit={unit}
                isChosen={tile.code === chosen}
                isTabStop={tile.code === current}
                onChoose={onChoose}
                onWalk={setWalked}
              />
            )
          )
        })}
      </div>
      <TileKey kind={map.kind} hasOverdue={figures.some((figure) => (figure.overdue ?? 0) > 0)} />
    </>
  )
}

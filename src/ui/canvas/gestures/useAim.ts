import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { ConstructId } from '../../../core/model/index.ts'
import type { Point } from './findAt.ts'

/** What letting go now would do. */
export interface Aim {
  readonly ok: boolean
  readonly sentence: string
  /** The construct that lights up; null = none, or the open canvas. */
  readonly lit: ConstructId | null
  /** Others that would do as well. */
  readonly candidates?: readonly ConstructId[]
  /** The construct that a line is being drawn from. */
  readonly from?: ConstructId
}

export interface AimControl {
  readonly aim: Aim | null
  /** Shows what would happen; the pointer (in the window) is where the words stand. */
  show(aim: Aim, pointer: Point | null): void
  /** The pointer has moved on over the same target. */
  follow(pointer: Point): void
  clear(): void
  /** The pill that holds the words, and the layer's line to the pointer. */
  readonly pill: RefObject<HTMLDivElement | null>
  readonly pointer: RefObject<Point | null>
  /** Called with every move of the pointer while something is aimed at. */
  readonly onFollow: RefObject<((pointer: Point) => void) | null>
}

/** Holds what a gesture aims at. Only a change of target draws anything anew; the pill follows the pointer by itself. */
export function useAim(): AimControl {
  const [aim, setAim] = useState<Aim | null>(null)
  const pill = useRef<HTMLDivElement | null>(null)
  const pointer = useRef<Point | null>(null)
  const onFollow = useRef<((pointer: Point) => void) | null>(null)
  const follow = useCallback((point: Point) => {
    pointer.current = point
    onFollow.current?.(point)
  }, [])
  const show = useCallback(
    (next: Aim, point: Point | null) => {
      if (point) follow(point)
      setAim((before) => (before && isSameAim(before, next) ? before : next))
    },
    [follow],
  )
  const clear = useCallback(() => setAim(null), [])
  return useMemo(() => ({ aim, show, follow, clear, pill, pointer, onFollow }), [aim, show, follow, clear])
}

const isSameAim = (a: Aim, b: Aim): boolean =>
  a.ok === b.ok && a.sentence === b.sentence && a.lit === b.lit && a.candidates === b.candidates && a.from === b.from

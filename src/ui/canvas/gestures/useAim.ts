import { useCallback, useMemo, useRef, useState } from 'react'
import type { Point } from '../../../core/layout/index.ts'
import type { ConstructId } from '../../../core/model/index.ts'

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
  /** Shows what would happen; the words stand by the pointer (in the window), or on top where there is none. */
  show(aim: Aim, pointer: Point | null): void
  /** The pointer has moved on over the same target. */
  follow(pointer: Point): void
  clear(): void
  /** Hears where the pointer is, at once and with every move. */
  watch(listener: (pointer: Point | null) => void): () => void
}

/** Holds what a gesture aims at. Only a change of target draws anything anew: what follows the pointer moves by itself. */
export function useAim(): AimControl {
  const [aim, setAim] = useState<Aim | null>(null)
  const pointer = useRef<Point | null>(null)
  const [listeners] = useState(() => new Set<(pointer: Point | null) => void>())
  const follow = useCallback(
    (point: Point | null) => {
      pointer.current = point
      for (const listener of listeners) listener(point)
    },
    [listeners],
  )
  const show = useCallback(
    (next: Aim, point: Point | null) => {
      follow(point)
      setAim((before) => (before && isSameAim(before, next) ? before : next))
    },
    [follow],
  )
  const clear = useCallback(() => setAim(null), [])
  const watch = useCallback(
    (listener: (pointer: Point | null) => void) => {
      listeners.add(listener)
      listener(pointer.current)
      return () => void listeners.delete(listener)
    },
    [listeners],
  )
  return useMemo(() => ({ aim, show, follow, clear, watch }), [aim, show, follow, clear, watch])
}

const isSameAim = (a: Aim, b: Aim): boolean =>
  a.ok === b.ok && a.sentence === b.sentence && a.lit === b.lit && a.candidates === b.candidates && a.from === b.from

import { useStore } from '@xyflow/react'

/** How much can be made out: all, glyphs and names (`far`), or the outermost containers with the rest as patches of colour (`tiny`). */
export type Distance = 'near' | 'far' | 'tiny'

const FAR = 0.55
const TINY = 0.28
/** A design of no more constructs is drawn one by one from somewhat further: on a phone it is never closer. */
const FEW = 150
const TINY_OF_FEW = 0.2

/** From how far a drawing of so many constructs is looked at. */
export const useDistance = (count: number): Distance =>
  useStore(({ transform: [, , zoom] }) =>
    zoom < (count > FEW ? TINY : TINY_OF_FEW) ? 'tiny' : zoom < FAR ? 'far' : 'near',
  )

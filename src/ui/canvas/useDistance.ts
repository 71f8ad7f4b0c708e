import { useStore } from '@xyflow/react'

/** How much can be made out: all, glyphs and names (`far`), or the outermost containers with the rest as patches of colour (`tiny`). */
export type Distance = 'near' | 'far' | 'tiny'

const FAR = 0.55
const TINY = 0.28

/** From how far the drawing is looked at. */
export const useDistance = (): Distance =>
  useStore(({ transform: [, , zoom] }) => (zoom < TINY ? 'tiny' : zoom < FAR ? 'far' : 'near'))

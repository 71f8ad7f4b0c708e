import { useStore } from '@xyflow/react'

const FAR = 0.45
const TINY = 0.2

/** How much can be made out: everything, glyphs and names only (`far`), or only colours and containers (`tiny`). */
export const useDistance = (): 'near' | 'far' | 'tiny' =>
  useStore(({ transform: [, , zoom] }) => (zoom < TINY ? 'tiny' : zoom < FAR ? 'far' : 'near'))

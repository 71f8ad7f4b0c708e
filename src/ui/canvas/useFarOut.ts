import { useStore } from '@xyflow/react'

const FAR = 0.45

/** Whether the view is so far out that only glyphs and names can be made out. */
export const useFarOut = (): boolean => useStore((state) => state.transform[2] < FAR)

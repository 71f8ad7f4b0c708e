import { useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect } from 'react'

/** Steps in which letters grow while one zooms out by half: each step draws all of them again. */
const STEPS = 4
/** From this step on a VPC is hardly larger than its name. */
const SPECK = Math.log2(0.07) * STEPS

/** Tells the styles, as `--unit`, how many pixels of the drawing make one of the screen: what has to be read from afar is drawn larger. */
export function useUnit(canvas: RefObject<HTMLElement | null>) {
  const store = useStoreApi()
  useLayoutEffect(() => {
    let last = Number.NaN
    const follow = () => {
      const step = Math.round(Math.log2(store.getState().transform[2]) * STEPS)
      if (step === last || !canvas.current) return
      last = step
      canvas.current.toggleAttribute('data-speck', step < SPECK)
      canvas.current.style.setProperty('--unit', `${(2 ** (-step / STEPS)).toFixed(3)}px`)
    }
    follow()
    return store.subscribe(follow)
  }, [store, canvas])
}

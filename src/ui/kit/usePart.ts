import { useEffect, useReducer, useState } from 'react'
import type { Part } from '../../state/parts.ts'

/** Fetches a part for what is drawn with it: null until it has come. `failed` where it does not; `retry` fetches it again. */
export function usePart<T>(part: Part<T>) {
  const value = part.now()
  const isThere = value !== null
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (isThere || failed) return
    let isGone = false
    part.load().then(
      () => isGone || drawAgain(),
      () => isGone || setFailed(true),
    )
    return () => {
      isGone = true
    }
  }, [part, isThere, failed])
  return { value, failed, retry: () => setFailed(false) }
}

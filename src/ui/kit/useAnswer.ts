import { useEffect, useState } from 'react'
import type { AnswerOf, InputOf, QuestionName } from '../../engine/index.ts'
import { notAsked, type Standing } from '../../state/index.ts'
import { useStores } from './useStore.ts'

/** How a question to the engine stands, as the design and the input change; null asks nothing. While it is `stale`, the value is that of before. */
export function useAnswer<N extends QuestionName>(name: N, input: InputOf<N> | null): Standing<AnswerOf<N> | null> {
  const { engine } = useStores()
  const [standing, setStanding] = useState<Standing<AnswerOf<N> | null>>(notAsked(null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input by what it says, since callers make a new one each time
  useEffect(() => {
    if (input === null) return setStanding(notAsked(null))
    return engine
      .getState()
      .follow(name, input, (now) =>
        setStanding((before) => (now.stale ? { ...now, value: now.value ?? before.value } : now)),
      )
  }, [engine, name, JSON.stringify(input)])
  return standing
}

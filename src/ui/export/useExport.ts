import { useEffect, useState } from 'react'
import type { ExportFormat, ExportResult } from '../../core/export/types.ts'
import { useDesign, useStores } from '../kit/useStore.ts'

interface Answer {
  readonly result: ExportResult | null
  readonly problem: string | null
}

/** The files of a format; null while they are written, or with the sentence that says why they are not. */
export function useExport(format: ExportFormat): Answer {
  const { engine } = useStores()
  const revision = useDesign((state) => state.revision)
  const [answer, setAnswer] = useState<Answer>({ result: null, problem: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: written again when the design changes
  useEffect(() => {
    let wanted = true
    setAnswer({ result: null, problem: null })
    engine
      .getState()
      .exportAs(format)
      .then(
        (result) => {
          if (wanted) setAnswer({ result, problem: null })
        },
        (error: unknown) => {
          if (wanted) setAnswer({ result: null, problem: error instanceof Error ? error.message : String(error) })
        },
      )
    return () => {
      wanted = false
    }
  }, [engine, format, revision])
  return answer
}

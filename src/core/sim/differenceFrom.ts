import type { Observation } from './readObservations.ts'
import type { Verdict } from './verdict.ts'

/** Whether the model and reality agree: null where they do or where nothing was seen, else how they differ. */
export function differenceFrom(
  { kind, symptom }: Pick<Verdict, 'kind' | 'symptom'>,
  { outcome, detail }: Observation,
): string | null {
  if (outcome === 'not-tried' || kind === 'cannot-tell') return null
  const seen = `${outcome.replaceAll('-', ' ')}${detail === '' ? '' : ` (${detail})`}`
  const fits =
    kind === 'succeeds'
      ? outcome === 'succeeds'
      : outcome === symptom ||
        (outcome === 'succeeds' && kind === 'partly') ||
        (symptom === null && outcome !== 'succeeds')
  if (fits) return null
  const said = [kind, symptom].filter((word) => word !== null).map((word) => word!.replaceAll('-', ' '))
  return `the model says ${said.join(', ')}; seen was ${seen}`
}

import type { AccessRequest } from '../../model/design.ts'
import type { Edit } from '../../model/edit.ts'
import type { Area } from '../../propose/change.ts'
import { goalOf } from '../../propose/goal.ts'
import type { ChangedText } from '../../propose/proposal.ts'
import { proposeChanges } from '../../propose/proposeChanges.ts'
import type { Verdict } from '../../sim/verdict.ts'
import type { CheckContext, Fix } from '../check.ts'

/** A fix with the policies that it writes. */
export interface PolicyFix extends Fix {
  readonly texts: readonly ChangedText[]
}

/** By whom a call may be allowed: by the policies of who calls, or of what is called; of the endpoint too where it denies. */
const WAYS: readonly (readonly Area[])[] = [
  ['identity', 'endpoint'],
  ['resource', 'endpoint'],
  ['identity', 'resource', 'endpoint'],
]

/** Of each way. */
const MOST_TRIED = 24

/** The least policies that allow a denied call, by each way that there is; proved on the request. */
export async function allowCall(
  { design, catalogue }: CheckContext,
  request: AccessRequest,
  { blockers }: Verdict,
  pause: () => Promise<void>,
): Promise<readonly PolicyFix[]> {
  if (!request.api || blockers.some(({ symptom }) => symptom !== 'access-denied')) return []
  const goals = [goalOf('request', 'the request', request, 'pass')]
  const found = new Map<string, PolicyFix>()
  for (const areas of WAYS) {
    const { edits, changes, texts } = await proposeChanges({
      design,
      catalogue,
      goals,
      areas,
      mostTried: MOST_TRIED,
      pause,
    })
    const [first, ...more] = edits
    if (!first) continue
    const title = changes.map((one) => one.title).join('; ')
    const all: readonly [Edit, ...Edit[]] = [first, ...more]
    const key = JSON.stringify(all)
    if (!found.has(key)) found.set(key, { title, safety: 'review', edits: all, texts })
  }
  return [...found.values()]
}

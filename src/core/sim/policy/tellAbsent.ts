import { LAYERS, type LayerName } from '../../policy/layers/policies.ts'
import type { AbsentLayer } from '../verdict.ts'
import { policiesIn } from './authorizeAsked.ts'
import type { Judged } from './judged.ts'
import type { PathFacts } from './pathFacts.ts'

/** The layers that have no say in a call, and why. */
export function tellAbsent(
  { policies, authorization, takesPolicy, asked }: Pick<Judged, 'policies' | 'authorization' | 'takesPolicy' | 'asked'>,
  path: PathFacts,
): readonly AbsentLayer[] {
  const said = new Set<LayerName>([
    ...authorization.levels.map(({ layer }) => layer),
    // told by itself: its Allow is missing
    ...authorization.deniedBy,
  ])
  return LAYERS.filter((layer) => !said.has(layer)).map((layer): AbsentLayer => {
    if (policiesIn(policies, layer) > 0) return { layer, why: 'not-concerned' }
    if (layer !== 'endpoint') return { layer, why: 'none' }
    if (path.endpoint === null || asked.by !== null) return { layer, why: 'no-endpoint' }
    return { layer, why: takesPolicy ? 'full-access' : 'no-support' }
  })
}

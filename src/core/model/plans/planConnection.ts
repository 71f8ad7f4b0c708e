import { constructAt, parentOf, vpcOf } from '../containment.ts'
import type { Design } from '../design.ts'
import { constructKinds, definitions } from '../kinds/definitions.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { calling } from './connect/calling.ts'
import { filtering } from './connect/filtering.ts'
import { joining } from './connect/joining.ts'
import { lattice } from './connect/lattice.ts'
import { type Rule, rules as rulesOf } from './connect/linking.ts'
import { naming } from './connect/naming.ts'
import { routing } from './connect/routing.ts'
import { serving } from './connect/serving.ts'
import { nounOf, type Plan, refusal } from './plan.ts'

const ASK = 'Traffic is not drawn but asked about: choose the client in the request bar and ask for the destination'
const ASKERS = constructKinds.filter((kind) => definitions[kind].asks)
const ASKED = constructKinds.filter((kind) => definitions[kind].asked)

const rules: readonly Rule[] = [
  ...routing,
  ...filtering,
  ...serving,
  ...lattice,
  ...joining,
  ...naming,
  ...calling,
  ...rulesOf(ASKERS, ASKED, () => ASK, true),
]

/** What drawing a line between two constructs comes to; where one direction means nothing, the other is taken. */
export function planConnection(design: Design, from: ConstructId, to: ConstructId): Plan {
  const [a, b] = [constructAt(design, from), constructAt(design, to)]
  if (!a || !b) return refusal('One end of the line is not there any more')
  const forwards = rules.find((one) => one.from === a.kind && one.to === b.kind)
  const backwards = rules.find((one) => one.from === b.kind && one.to === a.kind)
  const found = forwards ?? backwards
  if (!found || a === b)
    return refusal(`A line between ${definitions[a.kind].noun} and ${definitions[b.kind].noun} means nothing in AWS`)
  const [first, second] = forwards ? [a, b] : [b, a]
  const link = (found.apart ? null : apartProblem(design, first, second)) ?? found.link(first, second, design)
  if (typeof link === 'string') return refusal(link)
  return { ok: true, ...link, parent: parentOf(design, first.id) }
}

/** What lies in VPCs can be connected within one only. */
function apartProblem(design: Design, a: Construct, b: Construct): string | null {
  const [here, there] = [vpcOf(design, a.id), vpcOf(design, b.id)]
  if (!here || !there || here.id === there.id) return null
  return `${nounOf(a)} of ${here.name} cannot be connected to ${definitions[b.kind].noun} of ${there.name}`
}

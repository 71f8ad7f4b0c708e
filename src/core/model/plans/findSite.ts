import { ancestorOf, constructAt, listOfKind, parentOf } from '../containment.ts'
import type { Design } from '../design.ts'
import { definitions } from '../kinds/definitions.ts'
import type { Construct, ConstructId, ConstructKind } from '../kinds/registry.ts'
import { nounOf } from './plan.ts'

/** Where something goes: into `container` (null = the canvas), after `missing` has been made there. */
export type Site =
  | { readonly ok: true; readonly container: Construct | null; readonly missing: ConstructKind | null }
  | { readonly ok: false; readonly sentence: string }

const at = (container: Construct | null, missing: ConstructKind | null = null): Site => ({
  ok: true,
  container,
  missing,
})

/** Where a construct of that kind goes when it is dropped on `target` (null = the canvas). Without `maySink` only there or above. */
export function findSite(design: Design, kind: ConstructKind, target: ConstructId | null, maySink = true): Site {
  const standing = standingContainer(design, target)
  const { parent, dropped } = definitions[kind]
  if (!parent)
    return standing === null
      ? at(null)
      : { ok: false, sentence: `${nounOf({ kind })} lies on the open canvas: drop it outside ${standing.name}` }
  const [wanted] = parent.kinds as readonly [ConstructKind]
  const above = standing && ancestorOf(design, standing.id, wanted)
  if (above && (above.id === standing.id || dropped !== 'beside')) return at(above)
  if (above)
    return {
      ok: false,
      sentence: `${nounOf({ kind })} lies directly in ${definitions[wanted].noun}: drop it beside ${outermost(design, standing).name}`,
    }
  const below = maySink && dropped !== 'chosen' ? sink(design, kind, wanted, standing) : null
  const onto = wanted === 'availability-zone' ? 'a zone or on its VPC' : 'one'
  return below ?? { ok: false, sentence: `${nounOf({ kind })} lies in ${definitions[wanted].noun}: drop it on ${onto}` }
}

/** Goes down to the only container of the `wanted` kind inside `standing`, or to where one is to be made; null when neither is clear. */
function sink(design: Design, kind: ConstructKind, wanted: ConstructKind, standing: Construct | null): Site | null {
  if (wanted === 'availability-zone') {
    const vpc = standing?.kind === 'vpc' ? at(standing) : findSite(design, wanted, standing?.id ?? null)
    return vpc.ok && vpc.container?.kind === 'vpc' ? chooseZone(design, vpc.container) : null
  }
  const inside = listOfKind(design, wanted).filter(
    (one) => standing === null || ancestorOf(design, one.id, standing.kind)?.id === standing.id,
  )
  if (inside.length === 1) return at(inside[0]!)
  return wanted === 'region' && kind !== 'region' && inside.length === 0 && standing === null
    ? at(null, 'region')
    : null
}

/** The zone of the VPC with the fewest subnets, by name where several have; a new one where there is none. */
function chooseZone(design: Design, vpc: Construct): Site {
  const counts = new Map<ConstructId, number>()
  for (const { zone } of listOfKind(design, 'subnet')) counts.set(zone, (counts.get(zone) ?? 0) + 1)
  const [best] = listOfKind(design, 'availability-zone')
    .filter((zone) => zone.vpc === vpc.id)
    .sort((a, b) => (counts.get(a.id) ?? 0) - (counts.get(b.id) ?? 0) || (a.zoneName < b.zoneName ? -1 : 1))
  return best ? at(best) : at(vpc, 'availability-zone')
}

/** The construct itself when things can lie in it, else what it lies in. */
function standingContainer(design: Design, id: ConstructId | null): Construct | null {
  const construct = id === null ? null : constructAt(design, id)
  if (!construct || definitions[construct.kind].container) return construct
  const parent = parentOf(design, construct.id)
  return parent === null ? null : constructAt(design, parent)
}

/** What directly in the Region the construct belongs to: its VPC. */
const outermost = (design: Design, construct: Construct): Construct =>
  ancestorOf(design, construct.id, 'vpc') ?? construct

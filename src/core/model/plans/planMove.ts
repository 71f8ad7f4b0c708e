import { applyEdits } from '../applyEdit.ts'
import { constructAt, listOfKind, parentOf, regionOf, subtreeOf, vpcOf } from '../containment.ts'
import type { Design, Placement } from '../design.ts'
import type { Edit } from '../edit.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { findSite, type Site } from './findSite.ts'
import { arrivalProblem, lieIn } from './lieIn.ts'
import { type Plan, refusal } from './plan.ts'
import { planAddition } from './planAddition.ts'
import { changeOf } from './rewriteFields.ts'
import { settle, settleReferences } from './settle.ts'
import { settleAddresses } from './settleAddresses.ts'
import { settleSubnetBlocks } from './settleBlocks.ts'
import { settleRegion } from './settleRegion.ts'

/**
 * What comes of dropping a standing construct, with all that lies in it, on `parent` (null = the canvas). `placement` is relative to
 * the plan's `parent`; without it the construct has no position in a new container until it is laid out.
 */
export function planMove(design: Design, id: ConstructId, parent: ConstructId | null, placement?: Placement): Plan {
  const construct = constructAt(design, id)
  if (!construct) return refusal(`There is no construct with the id “${id}”`)
  const here = parentOf(design, id)
  // Over itself or its own content it hovers over the place where it lies already.
  const target = parent !== null && subtreeOf(design, id).includes(parent) ? here : parent
  const vpc = target === null ? null : vpcOf(design, target)
  const site: Site =
    target === here && here === null
      ? { ok: true, container: null, missing: null }
      : findSite(design, construct.kind, target, vpc !== null && vpc.id !== vpcOf(design, id)?.id)
  if (!site.ok) return refusal(site.sentence)
  if (site.missing || (site.container?.id ?? null) !== here) return reparent(design, construct, site, placement)
  const place: readonly Edit[] = placement ? [{ kind: 'place', id, placement }] : []
  return {
    ok: true,
    edits: place,
    id,
    sentence: site.container ? `Stays in ${site.container.name}` : 'Stays where it is',
    parent: here,
  }
}

function reparent(
  design: Design,
  construct: Construct,
  site: Extract<Site, { ok: true }>,
  placement: Placement | undefined,
): Plan {
  const outer = site.missing ? planAddition(design, site.missing, site.container?.id ?? null, placement) : null
  if (outer && !outer.ok) return outer
  const made = outer?.edits ?? []
  const ground = applyEdits(design, made).design
  const container = outer ? constructAt(ground, outer.id)! : site.container!
  const problem = arrivalProblem(ground, construct, container) ?? zoneProblem(ground, construct, container)
  if (problem) return refusal(problem)

  // what named a container that was not there may lie in the new one already, which took the free id
  const lie = changeOf(construct, lieIn(construct, container.id))
  const lies = lie ? [lie] : []
  const there = applyEdits(ground, lies).design
  const settling = settle(there, new Set(subtreeOf(there, construct.id)), stepsFor(design, there, construct.id))
  if (typeof settling === 'string') return refusal(settling)
  // A new container stands where the construct was dropped; the construct has yet to find its place in it.
  const place: Edit = { kind: 'place', id: construct.id, placement: outer ? null : (placement ?? null) }
  const after = constructAt(applyEdits(there, settling).design, construct.id)!
  return {
    ok: true,
    edits: [...made, ...lies, ...settling, place],
    id: construct.id,
    sentence: moveText(construct, after, container),
    parent: site.container?.id ?? null,
  }
}

/** What has to be put right depends on what changed: the VPC (or with it the Region), the Region alone, or neither. */
function stepsFor(before: Design, after: Design, id: ConstructId): Parameters<typeof settle>[2] {
  if (vpcOf(before, id)?.id !== vpcOf(after, id)?.id)
    return [settleRegion, settleSubnetBlocks, settleAddresses, settleReferences]
  if (regionOf(before, id)?.id !== regionOf(after, id)?.id) return [settleRegion, settleReferences]
  return constructAt(after, id)?.kind === 'subnet' ? [] : [settleAddresses]
}

/** A zone keeps its name when it moves, so the new VPC must not have it yet. */
function zoneProblem(design: Design, construct: Construct, container: Construct): string | null {
  if (construct.kind !== 'availability-zone') return null
  const standing = listOfKind(design, 'availability-zone').find(
    (other) => other.vpc === container.id && other.zoneName === construct.zoneName,
  )
  return standing ? `${container.name} has a zone ${construct.zoneName} already: move the subnets into that one` : null
}

function moveText(before: Construct, after: Construct, container: Construct): string {
  const moved = `${before.name} moves to ${container.name}`
  if (before.kind === 'subnet' && after.kind === 'subnet' && before.cidr !== after.cidr)
    return `${moved} and gets ${after.cidr}`
  return container.kind === 'subnet'
    ? `${moved} and gets an address from ${container.cidr ?? container.ipv6Cidr}`
    : moved
}

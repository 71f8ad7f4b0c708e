import { constructAt, constructOfKind, listConstructs, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitionOf } from '../model/kinds/definitions.ts'
import type { ConstructKind } from '../model/kinds/kindNames.ts'
import type { Construct } from '../model/kinds/registry.ts'
import { isOfAws } from '../model/notImported.ts'
import { detachReferences } from '../model/plans/detachReferences.ts'
import { changeOf } from '../model/plans/rewriteFields.ts'
import { type Reference, referencesOf } from '../model/references.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** References are never a parse error, so that nothing drawn is lost; here they are held to account. */
export const danglingReference: Check = {
  id: 'dangling-reference',
  severity: 'error',
  title: 'Names something that is not there',
  why: 'A construct names others by their ids. What names nothing, or something of the wrong kind, cannot be deployed, and takes no part in answers.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
  *find({ design }) {
    const firstOf = firstByKind(design)
    yield* missingInterfaces(design)
    for (const construct of listConstructs(design))
      for (const reference of referencesOf(construct)) {
        const { path, to, field } = reference
        const target = constructAt(design, to)
        if (target && field.kinds.includes(target.kind)) continue
        // an import lacked it: said by the check `not-imported`
        if (!target && isOfAws(to)) continue
        // said in the words of routes by the check `endpoint-as-route-target`
        if (construct.kind === 'route-table' && ENDPOINTS.has(target?.kind ?? '')) continue
        const wanted = field.kinds.map((kind: ConstructKind) => definitionOf(kind).noun).join(' or ')
        yield {
          at: [{ construct: construct.id, path }],
          message: target
            ? `The ${called(design, construct.id)} names the ${called(design, to)} where ${wanted} belongs.`
            : `The ${called(design, construct.id)} names “${to}” as ${wanted}, but the design has no such thing.`,
          fixes: letGo(design, construct, reference, firstOf),
        }
      }
  },
  examples: { bad: () => example('rtb-lost'), good: () => example('rtb-main') },
}

/** Routes and Elastic IP addresses may say which interface of a client they mean. */
function* missingInterfaces(design: Design): Iterable<Sighting> {
  const tooFar = (target: string | null, index: number): number | null => {
    const client = target === null ? null : constructOfKind(design, target, 'client')
    return client && index >= client.interfaces.length ? client.interfaces.length : null
  }
  const words = (holder: string, target: string, index: number, count: number) =>
    `The ${called(design, holder)} names interface ${index + 1} of the ${called(design, target)}, which has ${count === 1 ? 'one' : count}.`
  for (const { id, routes } of listOfKind(design, 'route-table'))
    for (const [i, { target, interface: index = 0 }] of routes.entries()) {
      const count = tooFar(target, index)
      if (count !== null) yield { at: [place(id, 'routes', i)], message: words(id, target, index, count) }
    }
  for (const { id, holder, interface: index } of listOfKind(design, 'elastic-ip')) {
    const count = tooFar(holder, index)
    if (count !== null) yield { at: [place(id, 'interface')], message: words(id, holder!, index, count) }
  }
}

const ENDPOINTS: ReadonlySet<string> = new Set(['gateway-endpoint', 'interface-endpoint'])

/** As if the thing named had just been deleted. */
function letGo(
  design: Design,
  construct: Construct,
  { path, to, field }: Reference,
  firstOf: ReadonlyMap<ConstructKind, string>,
): readonly Fix[] {
  const first = field.onDelete === 're-point' ? (firstOf.get(field.kinds[0]!) ?? null) : null
  if (field.onDelete === 're-point' && first === null) return []
  const isThis = (other: Reference) => other.path.join() === path.join()
  const fields = detachReferences(construct, isThis, () => first)
  const edit = fields === 'goes' ? null : changeOf(construct, fields)
  if (!edit) return []
  const title = first === null ? `Let go of “${to}”` : `Name the ${called(design, first)} instead`
  return [{ title, safety: 'review', edits: [edit] }]
}

function firstByKind(design: Design): ReadonlyMap<ConstructKind, string> {
  const first = new Map<ConstructKind, string>()
  for (const { kind, id } of listConstructs(design)) if (!first.has(kind)) first.set(kind, id)
  return first
}

const example = (routeTable: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.routeTable(vpc, [], { id: 'rtb-main' })
    b.subnet(vpc, { cidr: '10.0.1.0/24', routeTable })
  })

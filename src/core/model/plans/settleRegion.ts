import { commonServiceName, rightServiceName } from '../../aws/serviceForms.ts'
import { applyEdits } from '../applyEdit.ts'
import { constructAt, regionOf, vpcOf } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { nextZoneName } from './nextFree.ts'
import { changeOf } from './rewriteFields.ts'

const CODE = /[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}/

/** Gives zones, services and AWS prefix lists of the moved constructs the names that they have in the Region they lie in now. */
export function settleRegion(design: Design, moved: ReadonlySet<ConstructId>): readonly Edit[] {
  const edits: Edit[] = []
  let at = design
  for (const id of moved) {
    const construct = constructAt(at, id)!
    const fields = renamed(at, construct)
    const edit = fields && changeOf(construct, fields)
    if (!edit) continue
    edits.push(edit)
    at = applyEdits(at, [edit]).design
  }
  return edits
}

function renamed(design: Design, construct: Construct): Readonly<Record<string, unknown>> | null {
  const code = regionOf(design, construct.id)?.code
  if (!code) return null
  const inRegion = (text: string) => text.replace(CODE, code)
  if ('service' in construct) {
    const type = construct.kind === 'gateway-endpoint' ? 'gateway' : 'interface'
    return { service: rightServiceName(inRegion(commonServiceName(construct.service)), type) }
  }
  switch (construct.kind) {
    case 'availability-zone': {
      const vpc = vpcOf(design, construct.id)
      const zoneName = construct.zoneName.startsWith(code) ? construct.zoneName : inRegion(construct.zoneName)
      const isDrawn = Object.values(design.constructs).some(
        (other) =>
          other.kind === 'availability-zone' &&
          other.id !== construct.id &&
          other.vpc === construct.vpc &&
          other.zoneName === zoneName,
      )
      const free = isDrawn && vpc ? (nextZoneName(design, vpc) ?? zoneName) : zoneName
      return { zoneName: free, ...(construct.name === construct.zoneName ? { name: free } : {}) }
    }
    case 'regional-nat-gateway':
      return { zones: construct.zones.map(inRegion) }
    case 'route-table': {
      const routes = construct.routes.map((route) =>
        'prefixList' in route.destination
          ? { ...route, destination: { prefixList: managedIn(route.destination.prefixList, inRegion) } }
          : route,
      )
      return { routes }
    }
    case 'security-group': {
      const rules = (list: typeof construct.ingress) =>
        list.map((rule) =>
          'prefixList' in rule.peer
            ? { ...rule, peer: { prefixList: managedIn(rule.peer.prefixList, inRegion) } }
            : rule,
        )
      return { ingress: rules(construct.ingress), egress: rules(construct.egress) }
    }
    default:
      return null
  }
}

const managedIn = (name: string, inRegion: (text: string) => string) =>
  name.startsWith('com.amazonaws.') ? inRegion(name) : name

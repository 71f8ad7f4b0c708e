import { groupBy } from '../base/groupBy.ts'
import { constructAt, listConstructs, regionOf } from './containment.ts'
import type { Design } from './design.ts'
import { definitions } from './kinds/definitions.ts'
import { shortServiceName } from './kinds/detailParts.ts'
import type { Connection } from './kinds/lines.ts'
import type { Construct, ConstructId } from './kinds/registry.ts'

/** `Region id, full service name` -> what is drawn of it there. */
type Services = (endpoint: ConstructId, service: string) => readonly ConstructId[]

/** Every line that the design implies between constructs that are there, in the order of their ids; one for each pair and kind. */
export function connectionsOf(design: Design): readonly Connection[] {
  const services = indexServices(design)
  const found = new Map<string, Connection>()
  for (const construct of listConstructs(design))
    for (const connection of linesOf(construct, services)) {
      if (!constructAt(design, connection.from) || !constructAt(design, connection.to)) continue
      if (connection.to === connection.from) continue
      const key = `${connection.from} ${connection.to} ${connection.kind}`
      const earlier = found.get(key)
      if (!earlier) found.set(key, connection)
      else if (!earlier.label.split(', ').includes(connection.label))
        found.set(key, { ...earlier, label: `${earlier.label}, ${connection.label}` })
    }
  return [...found.values()]
}

/** What the construct's sheet says, and a line to what is drawn of the AWS service that an endpoint leads to. */
function* linesOf(construct: Construct, services: Services): Iterable<Connection> {
  const { group, lines, service } = definitions[construct.kind]
  if (lines) yield* lines(construct)
  const leadsOn = group === 'endpoints' && !('endpointService' in construct && construct.endpointService !== null)
  const name = leadsOn ? service?.(construct, '') : undefined
  if (name)
    for (const to of services(construct.id, name))
      yield { from: construct.id, to, kind: 'endpoint-service', label: shortServiceName(name) }
}

function indexServices(design: Design): Services {
  const drawn = groupBy(listConstructs(design), (construct) => {
    const region = regionOf(design, construct.id)
    const service = serviceOf(construct, region?.code)
    return service && `${region?.id} ${service}`
  })
  return (endpoint, service) => (drawn.get(`${regionOf(design, endpoint)?.id} ${service}`) ?? []).map(({ id }) => id)
}

/** The full name of the service that a drawn service, bucket or table belongs to. */
export const serviceOf = (construct: Construct, regionCode: string | undefined): string | null => {
  const { group, service } = definitions[construct.kind]
  return group === 'services' && service ? service(construct, regionCode) : null
}

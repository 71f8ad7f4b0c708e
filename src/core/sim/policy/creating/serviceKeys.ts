import { hexOf } from '../../../base/hash.ts'
import { constructOfKind } from '../../../model/containment.ts'
import type { Construct } from '../../../model/kinds/registry.ts'
import { type ContextValue, UNKNOWN } from '../../../policy/language/context.ts'
import { type Ground, openKeys } from './ground.ts'
import { ACCOUNT_SHAPE, ID_SHAPES, witnesses } from './witnesses.ts'

/** What `ec2:Vpce…` say of the service that an endpoint is for. */
export interface ServiceKeys {
  /** As many as the design leaves open; each is one way to ask. */
  readonly ways: readonly Readonly<Record<string, ContextValue>>[]
  readonly open: string | null
  /** The service is of another Region than the endpoint. */
  readonly crossRegion: boolean
}

const OF_SOMEBODY = /^com\.amazonaws\.vpce\./
const LATTICE_KEYS = /^ec2:vpce(?:servicename|serviceowner)$/

/**
 * The service of an endpoint in the keys of a call. Its owner is `amazon`, `aws-marketplace` or an account. Sources: Service Authorization Reference, condition
 * keys for Amazon EC2; PrivateLink guide, identity-based policy examples; access services across Regions, `ec2:VpceServiceRegion`.
 */
export function serviceKeys(ground: Ground, endpoint: Construct, region: string): ServiceKeys {
  if (!('service' in endpoint)) return lattice(ground, endpoint)
  const given = 'serviceRegion' in endpoint ? endpoint.serviceRegion : null
  const crossRegion = given !== null && given !== '' && given !== region
  // where the call does not name the Region, nobody says whether the key is carried
  const shared = {
    'ec2:VpceServiceRegion': crossRegion ? [given] : UNKNOWN,
    'ec2:VpceMultiRegion': UNKNOWN,
  } as const
  const drawn = drawnService(ground, endpoint)
  if (drawn) {
    const { construct, name, account } = drawn
    const known = construct.serviceId !== null || name === endpoint.service
    const head = name.slice(0, name.lastIndexOf('.') + 1)
    const ids = known ? [] : witnesses(ground.texts, ID_SHAPES['vpc-endpoint-service'])
    return {
      ways: [name, ...ids.map((id) => head + id)].map((one) => ({
        ...shared,
        'ec2:VpceServiceName': [one],
        'ec2:VpceServiceOwner': [account],
      })),
      open: known ? null : `the id of “${construct.name || construct.id}” (serviceId)`,
      crossRegion,
    }
  }
  const { service } = endpoint
  const owners = OF_SOMEBODY.test(service) ? strangers(ground) : ['amazon']
  return {
    ways: owners.map((owner) => ({ ...shared, 'ec2:VpceServiceName': [service], 'ec2:VpceServiceOwner': [owner] })),
    open: owners.length > 1 ? `who owns ${service} (ec2:VpceServiceOwner)` : null,
    crossRegion,
  }
}

/** Whoever may own a service that is not drawn: an account that no policy names, each that one does, or whoever sells on AWS Marketplace. */
function strangers({ texts }: Ground): readonly string[] {
  const named = witnesses(texts, ACCOUNT_SHAPE)
  let nobody = 1
  while (named.includes(String(nobody).padStart(12, '0'))) nobody++
  return [String(nobody).padStart(12, '0'), 'aws-marketplace', ...named]
}

function drawnService(
  { topology: { design, endpointServices } }: Ground,
  endpoint: { readonly service: string; readonly endpointService?: string | null },
) {
  const byName = [...endpointServices.values()].find(({ name }) => name === endpoint.service)
  const net = (endpoint.endpointService && endpointServices.get(endpoint.endpointService)) || byName
  const construct = net ? constructOfKind(design, net.id, 'endpoint-service') : null
  const owner = construct && constructOfKind(design, construct.account, 'account')
  return net && construct ? { construct, name: net.name, account: owner?.accountId ?? '' } : null
}

/** Endpoints of VPC Lattice name a resource or a network, and the domains whose names they answer. */
function lattice(ground: Ground, endpoint: Construct): ServiceKeys {
  const names =
    'privateDnsPreference' in endpoint && endpoint.privateDns
      ? {
          'ec2:VpcePrivateDnsPreference': [endpoint.privateDnsPreference],
          ...(endpoint.specifiedDomains.length > 0 && {
            'ec2:VpcePrivateDnsSpecifiedDomains': endpoint.specifiedDomains,
          }),
        }
      : {}
  const shared = { 'ec2:VpceServiceRegion': UNKNOWN, 'ec2:VpceMultiRegion': UNKNOWN } as const
  return { ways: [{ ...shared, ...openKeys(ground, LATTICE_KEYS), ...names }], open: null, crossRegion: false }
}

/** The id that stands for one that nobody has said. */
export const anyId = (start: string, of: string): string => `${start}0${hexOf(of, 16)}`

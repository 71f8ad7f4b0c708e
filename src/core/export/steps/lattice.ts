import type { SettingsOf } from '../aws/settings.ts'
import { idOf } from '../aws/value.ts'
import type { PlannedResource } from '../plan/latticeShapes.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { type Arguments, held, type Word } from './argument.ts'
import { type Call, call, recordedCall } from './call.ts'
import { type Line, makeOnce, persist, read, type StepsOf, shortName, tagMap, token, waitFor } from './line.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'

/** What is made of VPC Lattice, by the words of its operations. */
type Thing =
  | 'resource-gateway'
  | 'resource-configuration'
  | 'service-network'
  | 'service-network-resource-association'
  | 'service-network-vpc-association'

/** By which parameter it goes in calls of its own. */
const IDENTIFIERS: { readonly [T in Thing]: string } = {
  'resource-gateway': 'resourceGatewayIdentifier',
  'resource-configuration': 'resourceConfigurationIdentifier',
  'service-network': 'serviceNetworkIdentifier',
  'service-network-resource-association': 'serviceNetworkResourceAssociationIdentifier',
  'service-network-vpc-association': 'serviceNetworkVpcAssociationIdentifier',
}

interface Creation {
  readonly thing: Thing
  /** Names or ends by which one that is there already is found. */
  readonly listed: { readonly by: Arguments; readonly query: Word }
  readonly named: Arguments
  readonly settings: Arguments
  readonly before?: readonly Line[]
  /** What is there at once is not waited for. */
  readonly state?: string
}

/** Makes one of them and waits until it is there; AWS has no waiters for that. */
function makeLattice(stack: StackPlan, part: Part, one: Creation): readonly Line[] {
  const made = makeOnce(stack, part, {
    find: { call: call(stack, `vpc-lattice list-${one.thing}s`, one.listed.by, one.listed.query) },
    call: call(
      stack,
      `vpc-lattice create-${one.thing}`,
      { ...one.named, ...one.settings, clientToken: token(part), tags: tagMap(part, stack) },
      // by which a teardown asks for its tags
      'arn',
    ),
    ...(one.before && { before: one.before }),
    // What it stands on may still be on its way
    retryOn: 'ConflictException',
  })
  if (one.state === undefined) return [made]
  const by = { [IDENTIFIERS[one.thing]]: idOf(part.key) }
  return [made, waitFor(one.state, call(stack, `vpc-lattice get-${one.thing}`, by, 'status'))]
}

const GONE = 'ResourceNotFoundException'
/** Deletes one of them and waits until it is gone: it holds on to what it stands on till then. */
const removal = (thing: Thing): readonly Line[] => {
  const by = { [IDENTIFIERS[thing]]: held('id') }
  return [
    persist(GONE, recordedCall(`vpc-lattice delete-${thing}`, by)),
    waitFor('', recordedCall(`vpc-lattice get-${thing}`, by, 'status'), { done: GONE }),
  ]
}

/** One that goes by its name. */
const named = (part: Part): Pick<Creation, 'listed' | 'named'> => ({
  listed: { by: {}, query: ["items[?name=='", shortName(part), `'].arn`] },
  named: { name: shortName(part) },
})

/** One that goes by its two ends. */
const between = (ends: Arguments): Pick<Creation, 'listed' | 'named'> => ({
  listed: { by: ends, query: "items[?status!='DELETE_IN_PROGRESS'].arn" },
  named: ends,
})

export const lattice: StepsOf<'resource-gateway' | 'resource-configuration' | 'service-network'> = {
  'resource-gateway': {
    create: (part, stack, settings) =>
      makeLattice(stack, part, { thing: 'resource-gateway', ...named(part), settings, state: 'ACTIVE' }),
    remove: removal('resource-gateway'),
  },
  'domain-verification': {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        find: {
          call: call(stack, 'vpc-lattice list-domain-verifications', {}, [
            "items[?domainName=='",
            part.domain,
            "'].arn",
          ]),
        },
        call: call(
          stack,
          'vpc-lattice start-domain-verification',
          { ...settings, clientToken: token(part), tags: tagMap(part, stack) },
          'arn',
        ),
      }),
    ],
    remove: [
      persist(
        GONE,
        recordedCall('vpc-lattice delete-domain-verification', { domainVerificationIdentifier: held('id') }),
      ),
    ],
  },
  'resource-configuration': {
    create: (part, stack, settings) => {
      const found = part.resource === null ? null : resourceCall(part.resource, stack)
      return makeLattice(stack, part, {
        thing: 'resource-configuration',
        ...named(part),
        settings: found === null ? settings : { ...settings, ...withFound(settings) },
        before: found === null ? [] : [read('found', null, { call: found })],
        state: 'ACTIVE',
      })
    },
    remove: removal('resource-configuration'),
  },
  'configuration-share': {
    create: (part, stack, settings) => shareOnce(stack, part, { text: idOf(part.configuration) }, settings),
    remove: REMOVE_SHARE,
  },
  'service-network': {
    create: (part, stack, settings) => makeLattice(stack, part, { thing: 'service-network', ...named(part), settings }),
    remove: [
      persist(GONE, recordedCall('vpc-lattice delete-service-network', { serviceNetworkIdentifier: held('id') })),
    ],
  },
  'network-share': {
    create: (part, stack, settings) => shareOnce(stack, part, { text: idOf(part.network) }, settings),
    remove: REMOVE_SHARE,
  },
  'network-resource': {
    create: (part, stack, { serviceNetworkIdentifier, resourceConfigurationIdentifier, ...settings }) =>
      makeLattice(stack, part, {
        thing: 'service-network-resource-association',
        ...between({ serviceNetworkIdentifier, resourceConfigurationIdentifier }),
        settings,
        state: 'ACTIVE|PARTIAL',
      }),
    remove: removal('service-network-resource-association'),
  },
  'network-vpc': {
    create: (part, stack, { serviceNetworkIdentifier, vpcIdentifier, ...settings }) =>
      makeLattice(stack, part, {
        thing: 'service-network-vpc-association',
        ...between({ serviceNetworkIdentifier, vpcIdentifier }),
        settings,
        state: 'ACTIVE',
      }),
    remove: removal('service-network-vpc-association'),
  },
}

/** Tells the address or the name of a drawn resource; null where it is known without. */
function resourceCall(resource: PlannedResource, stack: StackPlan): Call | null {
  switch (resource.kind) {
    case 'instance-address':
      return call(
        stack,
        'ec2 describe-instances',
        { InstanceIds: [idOf(resource.key)] },
        'Reservations[0].Instances[0].PrivateIpAddress',
      )
    case 'interface-address':
      return call(
        stack,
        'ec2 describe-network-interfaces',
        { NetworkInterfaceIds: [idOf(resource.key)] },
        'NetworkInterfaces[0].PrivateIpAddress',
      )
    case 'balancer':
      return call(
        stack,
        'elbv2 describe-load-balancers',
        { LoadBalancerArns: [idOf(resource.key)] },
        'LoadBalancers[0].DNSName',
      )
    default:
      return null
  }
}

function withFound({ resourceConfigurationDefinition }: SettingsOf<'resource-configuration'>): Arguments {
  const { ipResource, dnsResource } = resourceConfigurationDefinition ?? {}
  return {
    resourceConfigurationDefinition: {
      ...(ipResource && { ipResource: { ipAddress: held('found') } }),
      ...(dnsResource && { dnsResource: { ...dnsResource, domainName: held('found') } }),
    },
  }
}

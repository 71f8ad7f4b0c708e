import type { SettingsOf } from '../aws/settings.ts'
import { idOf } from '../aws/value.ts'
import { answer, type Option, printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression, variable } from '../commands/word.ts'
import type { PlannedResource } from '../plan/latticeShapes.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { clientToken } from './clientToken.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { makeOnce, type StepsOf, shortName } from './step.ts'
import { tagMap } from './tagList.ts'

/** What is made of VPC Lattice, by the words of its operations. */
type Thing =
  | 'resource-gateway'
  | 'resource-configuration'
  | 'service-network'
  | 'service-network-resource-association'
  | 'service-network-vpc-association'

interface Creation {
  readonly thing: Thing
  /** Names or ends by which one that is there already is found. */
  readonly listed: readonly Option[]
  readonly named: readonly Option[]
  readonly settings: readonly Option[]
  readonly before?: readonly string[]
  /** What is there at once is not waited for. */
  readonly state?: string
}

/** Makes one of them and waits until it is there; AWS has no waiters for that. */
function makeLattice(stack: StackPlan, part: Part, one: Creation): string {
  const made = makeOnce(stack, part, {
    find: printCommand(stack, `vpc-lattice list-${one.thing}s`, one.listed),
    operation: `vpc-lattice create-${one.thing}`,
    options: [...one.named, ...one.settings, clientToken(part), ['--tags', tagMap(part, stack)]],
    // by which a teardown asks for its tags
    query: 'arn',
    ...(one.before && { before: one.before }),
    // What it stands on may still be on its way
    retryOn: 'ConflictException',
  })
  if (one.state === undefined) return made
  const read = printCommand(stack, `vpc-lattice get-${one.thing}`, [
    [`--${one.thing}-identifier`, idOf(part.key)],
    ...answer('status'),
  ])
  return `${made}\nwait_for '${one.state}' ${read}`
}

/** Deletes one of them and waits until it is gone: it holds on to what it stands on till then. */
const removal = (thing: Thing): string =>
  [
    `persist ResourceNotFoundException aws vpc-lattice delete-${thing} --region "$region" --${thing}-identifier "$id" >/dev/null`,
    `wait_for '' allow ResourceNotFoundException aws vpc-lattice get-${thing} --region "$region" --${thing}-identifier "$id" --query status --output text`,
  ].join('\n')

/** One that goes by its name. */
const named = (part: Part): Pick<Creation, 'listed' | 'named'> => ({
  listed: [
    ['--query', ["items[?name=='", shortName(part), `'].arn`]],
    ['--output', 'text'],
  ],
  named: [['--name', shortName(part)]],
})

/** One that goes by its two ends. */
const between = (ends: readonly Option[]): Pick<Creation, 'listed' | 'named'> => ({
  listed: [...ends, ...answer("items[?status!='DELETE_IN_PROGRESS'].arn")],
  named: ends,
})

export const lattice: StepsOf<'resource-gateway' | 'resource-configuration' | 'service-network'> = {
  'resource-gateway': {
    create: (part, stack, settings) =>
      makeLattice(stack, part, {
        thing: 'resource-gateway',
        ...named(part),
        settings: optionsOf(settings),
        state: 'ACTIVE',
      }),
    remove: removal('resource-gateway'),
  },
  'domain-verification': {
    create: (part, stack, settings) =>
      makeOnce(stack, part, {
        find: printCommand(stack, 'vpc-lattice list-domain-verifications', [
          ['--query', ["items[?domainName=='", part.domain, "'].arn"]],
          ['--output', 'text'],
        ]),
        operation: 'vpc-lattice start-domain-verification',
        options: [...optionsOf(settings), clientToken(part), ['--tags', tagMap(part, stack)]],
        query: 'arn',
      }),
    remove:
      'persist ResourceNotFoundException aws vpc-lattice delete-domain-verification --region "$region" --domain-verification-identifier "$id"',
  },
  'resource-configuration': {
    create: (part, stack, settings) => {
      const read = part.resource === null ? null : readCommand(part.resource, stack)
      return makeLattice(stack, part, {
        thing: 'resource-configuration',
        ...named(part),
        settings: optionsOf(read === null ? settings : { ...settings, ...withFound(settings) }),
        before: read === null ? [] : [`found=$(${read})`],
        state: 'ACTIVE',
      })
    },
    remove: removal('resource-configuration'),
  },
  'configuration-share': {
    create: (part, stack, settings) =>
      shareOnce(stack, part, `printf %s ${variable(stack, part.configuration)}`, settings),
    remove: REMOVE_SHARE,
  },
  'service-network': {
    create: (part, stack, settings) =>
      makeLattice(stack, part, { thing: 'service-network', ...named(part), settings: optionsOf(settings) }),
    remove:
      'persist ResourceNotFoundException aws vpc-lattice delete-service-network --region "$region" --service-network-identifier "$id"',
  },
  'network-share': {
    create: (part, stack, settings) => shareOnce(stack, part, `printf %s ${variable(stack, part.network)}`, settings),
    remove: REMOVE_SHARE,
  },
  'network-resource': {
    create: (part, stack, { serviceNetworkIdentifier, resourceConfigurationIdentifier, ...settings }) =>
      makeLattice(stack, part, {
        thing: 'service-network-resource-association',
        ...between(optionsOf({ serviceNetworkIdentifier, resourceConfigurationIdentifier })),
        settings: optionsOf(settings),
        state: 'ACTIVE|PARTIAL',
      }),
    remove: removal('service-network-resource-association'),
  },
  'network-vpc': {
    create: (part, stack, { serviceNetworkIdentifier, vpcIdentifier, ...settings }) =>
      makeLattice(stack, part, {
        thing: 'service-network-vpc-association',
        ...between(optionsOf({ serviceNetworkIdentifier, vpcIdentifier })),
        settings: optionsOf(settings),
        state: 'ACTIVE',
      }),
    remove: removal('service-network-vpc-association'),
  },
}

/** Reads the address or the name of a drawn resource into `found`; null where it is known without. */
function readCommand(resource: PlannedResource, stack: StackPlan): string | null {
  switch (resource.kind) {
    case 'instance-address':
      return printCommand(stack, 'ec2 describe-instances', [
        ['--instance-ids', idOf(resource.key)],
        ...answer('Reservations[0].Instances[0].PrivateIpAddress'),
      ])
    case 'interface-address':
      return printCommand(stack, 'ec2 describe-network-interfaces', [
        ['--network-interface-ids', idOf(resource.key)],
        ...answer('NetworkInterfaces[0].PrivateIpAddress'),
      ])
    case 'balancer':
      return printCommand(stack, 'elbv2 describe-load-balancers', [
        ['--load-balancer-arns', idOf(resource.key)],
        ...answer('LoadBalancers[0].DNSName'),
      ])
    default:
      return null
  }
}

const FOUND = expression('"$found"')

function withFound({ resourceConfigurationDefinition }: SettingsOf<'resource-configuration'>) {
  const { ipResource, dnsResource } = resourceConfigurationDefinition ?? {}
  return {
    resourceConfigurationDefinition: {
      ...(ipResource && { ipResource: { ipAddress: FOUND } }),
      ...(dnsResource && { dnsResource: { ...dnsResource, domainName: FOUND } }),
    },
  }
}

import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { idOf, jsonWord } from '../commands/word.ts'
import { address } from './address.ts'
import { clientToken } from './clientToken.ts'
import { associateAddress, REMOVE_ADDRESS_ASSOCIATION } from './instance.ts'
import { REMOVE_NAT_GATEWAY } from './nat-gateway.ts'
import { physicalName } from './physicalName.ts'
import { byTag, makeOnce, runOnce, type StepPrinters, taggedAs } from './step.ts'
import { tagList } from './tagList.ts'

export const egressOnlyInternetGateway: StepPrinters<'egress-only-internet-gateway'> = {
  'egress-only-gateway': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        find: byTag(
          stack,
          part,
          'EgressOnlyInternetGateways[].EgressOnlyInternetGatewayId',
          'describe-egress-only-internet-gateways',
        ),
        operation: 'ec2 create-egress-only-internet-gateway',
        options: [['--vpc-id', idOf(part.vpc)], clientToken(part), taggedAs(part, 'egress-only-internet-gateway')],
        query: 'EgressOnlyInternetGateway.EgressOnlyInternetGatewayId',
      }),
    remove:
      'persist InvalidGatewayID.NotFound aws ec2 delete-egress-only-internet-gateway --region "$region" --egress-only-internet-gateway-id "$id" >/dev/null',
  },
}

export const regionalNatGateway: StepPrinters<'regional-nat-gateway'> = {
  'regional-nat-address': address,
  'regional-nat-gateway': {
    create: (part, stack) => {
      const zones = part.zones.map((zone) => ({
        AvailabilityZone: zone.zoneName,
        AllocationIds: [{ piece: idOf(zone.address) }],
      }))
      return [
        makeOnce(stack, part, {
          find: byTag(stack, part, 'NatGateways[].NatGatewayId', 'describe-nat-gateways', '--filter', [
            'Name=state,Values=pending,available',
          ]),
          operation: 'ec2 create-nat-gateway',
          options: [
            ['--vpc-id', idOf(part.vpc)],
            ['--availability-mode', 'regional'],
            ['--connectivity-type', 'public'],
            ...(zones.length === 0 ? [] : [['--availability-zone-addresses', jsonWord(zones)] as const]),
            clientToken(part),
            taggedAs(part, 'natgateway'),
          ],
          query: 'NatGateway.NatGatewayId',
        }),
        printCommand(stack, 'ec2 wait nat-gateway-available', [['--nat-gateway-ids', idOf(part.key)]]),
      ].join('\n')
    },
    remove: REMOVE_NAT_GATEWAY,
  },
}

export const elasticIp: StepPrinters<'elastic-ip'> = {
  'elastic-address': address,
  'elastic-association': { create: associateAddress, remove: REMOVE_ADDRESS_ASSOCIATION },
}

export const blockPublicAccess: StepPrinters<'block-public-access'> = {
  'block-exclusion': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        find: byTag(
          stack,
          part,
          'VpcBlockPublicAccessExclusions[].ExclusionId',
          'describe-vpc-block-public-access-exclusions',
          '--filters',
          ['Name=state,Values=create-in-progress,create-complete'],
        ),
        operation: 'ec2 create-vpc-block-public-access-exclusion',
        options: [
          [part.ofKind === 'vpc' ? '--vpc-id' : '--subnet-id', idOf(part.of)],
          ['--internet-gateway-exclusion-mode', `allow-${part.allow}`],
          taggedAs(part, 'vpc-block-public-access-exclusion'),
        ],
        query: 'VpcBlockPublicAccessExclusion.ExclusionId',
      }),
    remove:
      'allow InvalidVpcBlockPublicAccessExclusionId.NotFound aws ec2 delete-vpc-block-public-access-exclusion --region "$region" --exclusion-id "$id" >/dev/null',
  },
  'block-public-access': {
    create: (part, stack) => {
      const { mode } = part.construct
      const options: Option[] = [['--internet-gateway-block-mode', mode]]
      return runOnce(stack, part, [runQuietly(stack, 'ec2 modify-vpc-block-public-access-options', options)], mode)
    },
    remove:
      'aws ec2 modify-vpc-block-public-access-options --region "$region" --internet-gateway-block-mode off >/dev/null',
  },
}

export const networkFirewall: StepPrinters<'network-firewall'> = {
  'firewall-policy': {
    create: (part, stack) => {
      const name: Option = ['--firewall-policy-name', physicalName(part)]
      const find = printCommand(stack, 'network-firewall describe-firewall-policy', [
        name,
        ...answer('FirewallPolicyResponse.FirewallPolicyArn'),
      ])
      const policy = {
        StatelessDefaultActions: ['aws:forward_to_sfe'],
        StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
      }
      return makeOnce(stack, part, {
        find: `allow ResourceNotFoundException ${find}`,
        operation: 'network-firewall create-firewall-policy',
        options: [name, ['--firewall-policy', jsonWord(policy)], ['--tags', tagList(part, 'Key', 'Value')]],
        query: 'FirewallPolicyResponse.FirewallPolicyArn',
      })
    },
    remove:
      'persist ResourceNotFoundException aws network-firewall delete-firewall-policy --region "$region" --firewall-policy-arn "$id" >/dev/null',
  },
  'network-firewall': {
    create: (part, stack) => {
      const name: Option = ['--firewall-name', physicalName(part)]
      const read = (query: string) =>
        printCommand(stack, 'network-firewall describe-firewall', [name, ...answer(query)])
      return [
        makeOnce(stack, part, {
          find: `allow ResourceNotFoundException ${read('Firewall.FirewallArn')}`,
          operation: 'network-firewall create-firewall',
          options: [
            name,
            ['--firewall-policy-arn', part.policy === null ? part.construct.policyArn : idOf(part.policy)],
            ['--vpc-id', idOf(part.vpc)],
            ['--subnet-mappings', jsonWord(part.subnets.map((key) => ({ SubnetId: { piece: idOf(key) } })))],
            ['--no-delete-protection'],
            ['--no-subnet-change-protection'],
            ['--tags', tagList(part, 'Key', 'Value')],
          ],
          query: 'Firewall.FirewallArn',
        }),
        `wait_for READY ${read('FirewallStatus.Status')}`,
      ].join('\n')
    },
    remove: [
      'allow ResourceNotFoundException aws network-firewall delete-firewall --region "$region" --firewall-arn "$id" >/dev/null',
      'wait_for \'|None\' allow ResourceNotFoundException aws network-firewall describe-firewall --region "$region" --firewall-arn "$id" --query FirewallStatus.Status --output text',
    ].join('\n'),
  },
}

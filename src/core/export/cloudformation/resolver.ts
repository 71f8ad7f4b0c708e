import { targetField } from '../aws/targetField.ts'
import { attributeOf, groupId, refTo } from './intrinsics.ts'
import { listed, present, type ResourcePrinters } from './resource.ts'
import { shareOf } from './shares.ts'
import { tagsOf } from './tagsOf.ts'

export const resolverEndpoint: ResourcePrinters<'resolver-endpoint'> = {
  'resolver-endpoint': (part, stack) => ({
    type: 'AWS::Route53Resolver::ResolverEndpoint',
    properties: {
      Direction: part.construct.direction.toUpperCase(),
      IpAddresses: part.addresses.map(({ subnet, privateIp }) =>
        present({ SubnetId: refTo(stack, subnet), Ip: privateIp ?? undefined }),
      ),
      SecurityGroupIds: part.groups.map((key) => groupId(stack, key)),
      Tags: tagsOf(part, 'strict'),
    },
  }),
}

export const resolverRule: ResourcePrinters<'resolver-rule'> = {
  'resolver-rule': (part, stack) => {
    const { ruleType, domain, targets } = part.construct
    return {
      type: 'AWS::Route53Resolver::ResolverRule',
      properties: present({
        RuleType: ruleType.toUpperCase(),
        DomainName: domain,
        ResolverEndpointId: part.endpoint === null ? undefined : refTo(stack, part.endpoint),
        TargetIps:
          ruleType === 'system'
            ? undefined
            : listed(targets.map(({ address, port }) => ({ [targetField(address)]: address, Port: `${port}` }))),
        Tags: tagsOf(part, 'strict'),
      }),
    }
  },
  'rule-share': (part, stack) => shareOf(part, stack, attributeOf(stack, part.rule, 'Arn'), part.accounts, false),
  'rule-association': (part, stack) => ({
    type: 'AWS::Route53Resolver::ResolverRuleAssociation',
    properties: { ResolverRuleId: refTo(stack, part.rule), VPCId: refTo(stack, part.vpc) },
  }),
}

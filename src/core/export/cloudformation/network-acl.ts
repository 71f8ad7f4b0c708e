import { hasPorts, isIcmp } from '../plan/traffic.ts'
import { blockTree, refTo } from './intrinsics.ts'
import { present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const networkAcl: ResourcePrinters<'network-acl'> = {
  'network-acl': (part, stack) => ({
    type: 'AWS::EC2::NetworkAcl',
    properties: { VpcId: refTo(stack, part.vpc), Tags: tagsOf(part) },
  }),
  'acl-entry': (part, stack) => {
    const { protocol, range } = part.traffic
    return {
      type: 'AWS::EC2::NetworkAclEntry',
      properties: present({
        NetworkAclId: refTo(stack, part.acl),
        Egress: part.direction === 'egress',
        RuleNumber: part.number,
        RuleAction: part.action,
        Protocol: protocol,
        [part.block.family === 4 ? 'CidrBlock' : 'Ipv6CidrBlock']: blockTree(stack, part.block),
        PortRange: range && hasPorts(protocol) ? { From: range.from, To: range.to } : undefined,
        Icmp: range && isIcmp(protocol) ? { Type: range.from, Code: range.to } : undefined,
      }),
    }
  },
}

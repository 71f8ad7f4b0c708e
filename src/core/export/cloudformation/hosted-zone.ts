import { RECORD_TTL } from '../aws/recordTtl.ts'
import type { PlannedAlias } from '../plan/dnsShapes.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { attributeOf, refTo } from './intrinsics.ts'
import { listed, present, type ResourcePrinters, type TreeObject } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const hostedZone: ResourcePrinters<'hosted-zone'> = {
  'hosted-zone': (part, stack) => ({
    type: 'AWS::Route53::HostedZone',
    properties: present({
      Name: part.construct.domain,
      VPCs: listed(
        part.vpcs.map(({ vpc, regionCode }) => ({
          VPCId: refTo(stack, vpc),
          VPCRegion: regionCode === stack.regionCode ? { Ref: 'AWS::Region' } : regionCode,
        })),
      ),
      HostedZoneTags: tagsOf(part, 'strict'),
    }),
  }),
  'zone-vpc': () => null, // stands in the zone
  'zone-authorization': () => null, // no resource for either half of an association across accounts
  'zone-association': () => null,
  'dns-record': (part, stack) => ({
    type: 'AWS::Route53::RecordSet',
    properties: {
      HostedZoneId: refTo(stack, part.zone),
      Name: part.recordName,
      Type: part.type,
      ...(part.alias === null
        ? { TTL: RECORD_TTL, ResourceRecords: part.values }
        : { AliasTarget: aliasOf(part.alias, stack) }),
    },
  }),
}

/** An endpoint's entries read `zone id:name`, the regional name first. */
function aliasOf({ kind, key }: PlannedAlias, stack: StackPlan): TreeObject {
  if (kind === 'balancer')
    return {
      DNSName: attributeOf(stack, key, 'DNSName'),
      HostedZoneId: attributeOf(stack, key, 'CanonicalHostedZoneID'),
      EvaluateTargetHealth: false,
    }
  const entry = { 'Fn::Split': [':', { 'Fn::Select': [0, attributeOf(stack, key, 'DnsEntries')] }] }
  return {
    DNSName: { 'Fn::Select': [1, entry] },
    HostedZoneId: { 'Fn::Select': [0, entry] },
    EvaluateTargetHealth: false,
  }
}

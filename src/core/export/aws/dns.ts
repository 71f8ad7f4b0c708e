import { isIp4, parseAddress } from '../../net/address.ts'
import type { PartKey } from '../plan/part.ts'
import type { SettingsFor } from './settingsFor.ts'
import { shareSettings } from './shareSettings.ts'
import { dnsNameOf, dnsZoneOf, idOf, listed, regionCalled } from './value.ts'

/** Seconds that answers may be kept. */
const RECORD_TTL = 300

interface PlacedVpc {
  readonly vpc: PartKey
  readonly regionCode: string
}
const vpcOf = ({ vpc, regionCode }: PlacedVpc) => ({ VPCId: idOf(vpc), VPCRegion: regionCalled(regionCode) })
const zoneVpc = (part: PlacedVpc & { readonly zone: PartKey }) => ({ HostedZoneId: idOf(part.zone), VPC: vpcOf(part) })

function targetIp({ address, port }: { readonly address: string; readonly port: number }) {
  const parsed = parseAddress(address)
  const isIp6 = parsed !== null && !isIp4(parsed)
  return { Ip: isIp6 ? undefined : address, Ipv6: isIp6 ? address : undefined, Port: port }
}

export const dns = {
  /** `VPCs`: the API takes the first one, and the others one by one. */
  'hosted-zone': (part) => ({ Name: part.construct.domain, VPCs: listed(part.vpcs.map(vpcOf)) }),
  'zone-vpc': zoneVpc,
  'zone-authorization': zoneVpc,
  'zone-association': zoneVpc,
  /** The zone, and a ResourceRecordSet. */
  'dns-record': ({ zone, recordName, type, values, alias }) => ({
    HostedZoneId: idOf(zone),
    Name: recordName,
    Type: type,
    TTL: alias === null ? RECORD_TTL : undefined,
    ResourceRecords: alias === null ? values.map((Value) => ({ Value })) : undefined,
    AliasTarget:
      alias === null
        ? undefined
        : { DNSName: dnsNameOf(alias.key), HostedZoneId: dnsZoneOf(alias.key), EvaluateTargetHealth: false },
  }),
  'resolver-endpoint': (part) => ({
    Direction: part.construct.direction.toUpperCase(),
    IpAddresses: part.addresses.map(({ subnet, privateIp }) => ({
      SubnetId: idOf(subnet),
      Ip: privateIp ?? undefined,
    })),
    SecurityGroupIds: part.groups.map(idOf),
  }),
  'resolver-rule': ({ construct: { ruleType, domain, targets }, endpoint }) => ({
    RuleType: ruleType.toUpperCase(),
    DomainName: domain,
    ResolverEndpointId: endpoint === null ? undefined : idOf(endpoint),
    TargetIps: ruleType === 'system' ? undefined : listed(targets.map(targetIp)),
  }),
  'rule-share': (part) => shareSettings(part.rule, part.accounts, true),
  'rule-association': (part) => ({ ResolverRuleId: idOf(part.rule), VPCId: idOf(part.vpc) }),
} satisfies SettingsFor<'hosted-zone' | 'resolver-endpoint' | 'resolver-rule'>

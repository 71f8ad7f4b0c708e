import { regionOf } from '../../containment.ts'
import { changing, type Rule, rule, rules } from './linking.ts'

/** Lines of DNS: where zones and rules answer, and what names lead to. */
export const naming: readonly Rule[] = [
  rule('hosted-zone', 'vpc', (zone, vpc) => {
    if (zone.visibility === 'public') return `${zone.name} is a public zone: it answers everywhere`
    if (zone.vpcs.includes(vpc.id)) return `${zone.name} answers in ${vpc.name} already`
    return changing(zone, { vpcs: [...zone.vpcs, vpc.id] }, `${zone.name} answers in ${vpc.name}`)
  }),
  ...rules(
    ['hosted-zone'],
    ['interface-endpoint', 'network-load-balancer', 'application-load-balancer'],
    (zone, target) => {
      if (zone.records.some(({ alias }) => alias === target.id)) return `${zone.name} leads to ${target.name} already`
      const record = { name: '@', type: 'A', values: [], alias: target.id }
      return changing(zone, { records: [...zone.records, record] }, `${zone.domain} leads to ${target.name}`)
    },
  ),
  rule('resolver-rule', 'vpc', (rule, vpc, design) => {
    if (regionOf(design, vpc.id)?.id !== rule.region) return `${vpc.name} is in another Region than ${rule.name}`
    if (rule.vpcs.includes(vpc.id)) return `${rule.name} applies to ${vpc.name} already`
    return changing(rule, { vpcs: [...rule.vpcs, vpc.id] }, `${rule.name} applies to ${vpc.name}`)
  }),
  rule('resolver-rule', 'resolver-endpoint', (rule, endpoint, design) => {
    if (endpoint.direction === 'inbound')
      return `${endpoint.name} takes queries in: a rule sends them through an outbound one`
    if (regionOf(design, endpoint.id)?.id !== rule.region)
      return `${endpoint.name} is in another Region than ${rule.name}`
    if (rule.resolverEndpoint === endpoint.id) return `${rule.name} sends its queries through ${endpoint.name} already`
    return changing(rule, { resolverEndpoint: endpoint.id }, `${rule.name} sends its queries through ${endpoint.name}`)
  }),
  rule('resolver-rule', 'on-premises-network', (rule, network) => {
    if (network.dnsServer === null) return `${network.name} has no DNS server of its own`
    if (rule.targets.some(({ address }) => address === network.dnsServer))
      return `${rule.name} asks the DNS server of ${network.name} already`
    const targets = [...rule.targets, { address: network.dnsServer, port: 53 }]
    return changing(rule, { targets }, `${rule.name} asks the DNS server of ${network.name}`)
  }),
]

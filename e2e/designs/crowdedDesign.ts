const ZONES = 6
const SUBNETS_PER_ZONE = 30

/** A design file with exactly so many constructs: one VPC, its zones and subnets, and clients in all of them. */
export function crowdedDesign(count: number): string {
  const constructs: object[] = [
    { kind: 'account', id: 'account-1', name: 'Account', accountId: '111122223333' },
    { kind: 'region', id: 'region-1', name: 'us-east-1', code: 'us-east-1' },
    { kind: 'vpc', id: 'vpc-1', name: 'Crowd', region: 'region-1', account: 'account-1', cidrs: ['10.0.0.0/8'] },
  ]
  for (let zone = 0; zone < ZONES; zone++) {
    const zoneName = `us-east-1${'abcdef'[zone]}`
    constructs.push({ kind: 'availability-zone', id: `zone-${zone}`, name: zoneName, vpc: 'vpc-1', zoneName })
    for (let at = 0; at < SUBNETS_PER_ZONE; at++) {
      const number = zone * SUBNETS_PER_ZONE + at
      const cidr = `10.${number}.0.0/16`
      constructs.push({ kind: 'subnet', id: `subnet-${number}`, name: `Subnet ${number}`, zone: `zone-${zone}`, cidr })
    }
  }
  for (let number = 0; constructs.length < count; number++) {
    const subnet = `subnet-${number % (ZONES * SUBNETS_PER_ZONE)}`
    constructs.push({ kind: 'client', id: `c-${number}`, name: `C${number}`, runtime: 'ec2', interfaces: [{ subnet }] })
  }
  return JSON.stringify({ format: 'hopwise-design', version: 1, title: `A crowd of ${count}`, constructs })
}

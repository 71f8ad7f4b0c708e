/** Names that AWS does not write as their words would have it. */
const OWN: Readonly<Record<string, string>> = {
  DbInstanceIdentifier: 'DBInstanceIdentifier',
  DbInstanceArn: 'DBInstanceArn',
  DbSubnetGroup: 'DBSubnetGroup',
  DbInstances: 'DBInstances',
  HostVpcId: 'HostVPCId',
  VpcOptions: 'VPCOptions',
}
const FOREIGN = /^[a-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*$/

/** `vpcId`, as AWS Config and the APIs of Direct Connect have it, and `vpc_id`, as SQL tools do, are `VpcId`. Other keys stay as they are. */
function plainName(name: string): string {
  if (!FOREIGN.test(name)) return name
  const words = name.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  const plain = words.join('')
  return Object.hasOwn(OWN, plain) ? OWN[plain]! : plain
}

/** Told of members that have one name in two spellings. */
type TellTwice = (name: string) => void

/** The value with its members named as the EC2 API names them; the same value where they are already. */
export function withPlainNames(value: unknown, tellTwice: TellTwice = () => {}): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => withPlainNames(item, tellTwice))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (typeof value !== 'object' || value === null) return value
  let isChanged = false
  const members = Object.entries(value).map(([name, member]): [string, unknown] => {
    const plain = plainName(name)
    const inner = withPlainNames(member, tellTwice)
    if (plain !== name || inner !== member) isChanged = true
    return [plain, inner]
  })
  if (!isChanged) return value
  const plain = new Map<string, unknown>()
  for (const [name, member] of members) {
    if (plain.has(name) && JSON.stringify(plain.get(name)) !== JSON.stringify(member)) tellTwice(name)
    plain.set(name, member)
  }
  return Object.fromEntries(plain)
}

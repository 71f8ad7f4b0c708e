import { addLink, addPlace, addRules, addSink, dropAt, type Lab, spaceOf } from './lab.ts'

/** Peering connections: a veth pair between two VPCs' routers that carries what one of them itself sends to the other itself. Source: VPC peering guide, limitations. */
export function planPeerings(lab: Lab): void {
  const { world } = lab
  for (const [number, { id, requester, accepter, state }] of world.all('peering-connection').entries()) {
    const device = `pcx${number}`
    const sides = [
      { own: requester, other: accepter },
      { own: accepter, other: requester },
    ]
    if (state !== 'active') {
      for (const { own } of sides) addSink(lab, spaceOf(lab, own), device, [id])
      continue
    }
    addLink(lab, spaceOf(lab, requester), device, spaceOf(lab, accepter), device)
    for (const { own, other } of sides) {
      const space = spaceOf(lab, own)
      const drop = dropAt(lab, space, [id])
      const blocks = (vpc: string) => `{ ${world.one('vpc', vpc).cidrs.join(', ')} }`
      const sixOf = (vpc: string) => world.one('vpc', vpc).ipv6Cidrs
      const outside = (side: 'saddr' | 'daddr', vpc: string) =>
        sixOf(vpc).length === 0 ? 'meta nfproto ipv6' : `ip6 ${side} != { ${sixOf(vpc).join(', ')} }`
      addRules(space, 'forward', [
        `oifname "${device}" ip saddr != ${blocks(own)} goto ${drop}`,
        `oifname "${device}" ip daddr != ${blocks(other)} goto ${drop}`,
        `oifname "${device}" ${outside('saddr', own)} goto ${drop}`,
        `oifname "${device}" ${outside('daddr', other)} goto ${drop}`,
        `oifname "${device}" jump note${addPlace(lab, space, 'via', [id])}`,
      ])
    }
  }
}

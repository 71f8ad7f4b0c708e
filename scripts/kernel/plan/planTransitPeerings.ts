import { addLink, type Lab, spaceOf } from './lab.ts'
import type { World } from './readDesign.ts'

/** A peering of transit gateways: a veth pair between the two, of one name in both. */
interface PeeringDevice {
  readonly device: string
  readonly id: string
  /** The gateways that it joins. */
  readonly gateways: readonly string[]
  readonly isUp: boolean
}

export const peeringDevices = (world: World): readonly PeeringDevice[] =>
  world.all('transit-gateway-peering').map(({ id, transitGateway, peer, state }, number) => ({
    device: `tgp${number}`,
    id,
    gateways: [transitGateway, peer],
    isUp: state === 'available',
  }))

/** Lays the lines between transit gateways, whose namespaces are there. */
export function layTransitPeerings(lab: Lab): void {
  const { world } = lab
  const spaceFor = (gateway: string) =>
    spaceOf(lab, `tgw${world.all('transit-gateway').findIndex(({ id }) => id === gateway)}`)
  for (const { device, gateways } of peeringDevices(world)) {
    const [one, other] = gateways
    if (one !== undefined && other !== undefined) addLink(lab, spaceFor(one), device, spaceFor(other), device)
  }
}

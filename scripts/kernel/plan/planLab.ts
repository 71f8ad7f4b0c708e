import type { Design } from '../../../src/core/model/index.ts'
import { addSpace, type Lab } from './lab.ts'
import { planHosts } from './planHosts.ts'
import { planGatewayEndpoints, planInternet } from './planInternet.ts'
import { planPeerings } from './planPeerings.ts'
import { planResolvers } from './planResolvers.ts'
import { planTransit } from './planTransit.ts'
import { planVpc } from './planVpc.ts'
import { readDesign } from './readDesign.ts'

/** What has to be built in the kernel for a design; `asked` are the ports that requests ask for. */
export function planLab(design: Design, asked: readonly number[]): Lab {
  const world = readDesign(design)
  const lab: Lab = { world, spaces: new Map(), links: [], places: [], listeners: [], resolvers: [], asked }
  for (const { id } of world.all('vpc')) addSpace(lab, id, true)
  planHosts(lab)
  planInternet(lab)
  planGatewayEndpoints(lab)
  for (const { id } of world.all('vpc')) planVpc(lab, id)
  planTransit(lab)
  planPeerings(lab)
  planResolvers(lab)
  return lab
}

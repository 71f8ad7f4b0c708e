import { constructOfKind, listOfKind, subnetOf, vpcOf } from '../../model/index.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import { keyOf, makePart, type PartKey } from './part.ts'
import { needsOfInterface, planInterfaces } from './planInterfaces.ts'
import { addRemark, type Planner, type Planning } from './planning.ts'
import { routeTable } from './route-table.ts'

/** A cluster, a task definition and a service that keeps one task running on Fargate. */
export const planEcsTask: Planner<'client'> = (construct, planning) => {
  const [first, ...more] = planInterfaces(construct, planning)
  if (!first) return []
  if (more.length > 0)
    addRemark(planning, construct, 'a Fargate task has one network interface; the others are left out.')
  if (construct.interfaces[0]!.privateIp !== null)
    addRemark(planning, construct, 'a Fargate task takes no chosen private address; AWS chooses one.')
  if (!['none', 'auto'].includes(construct.interfaces[0]!.publicIp))
    addRemark(
      planning,
      construct,
      'a Fargate task takes no Elastic IP address; it gets a public address that AWS chooses.',
    )
  if (construct.operatingSystem === 'windows')
    addRemark(planning, construct, 'the task is exported with a Linux image.')
  addRemark(
    planning,
    construct,
    'the task pulls a public image from public.ecr.aws. Without a way to there it does not start.',
  )
  const [role, cluster, task] = [keyOf(construct, 'role'), keyOf(construct, 'cluster'), keyOf(construct, 'task')]
  const own = { ...first, publicIp: construct.interfaces[0]!.publicIp !== 'none' }
  return [
    makePart('ecs-cluster', construct, 'cluster', [], {}),
    makePart('ecs-role', construct, 'role', [], {}),
    makePart('ecs-task', construct, 'task', [role], { role }),
    makePart(
      'ecs-service',
      construct,
      null,
      [cluster, task, ...needsOfInterface(own), ...wayOut(construct, planning)],
      { cluster, task, interface: own },
    ),
  ]
}

/** What the first task needs in place to reach its image: the subnet's associations, routes, NAT and endpoints. */
function wayOut(construct: Parameters<typeof planEcsTask>[0], planning: Planning): PartKey[] {
  const subnet = subnetOf(planning.design, construct.id)!
  const vpc = vpcOf(planning.design, subnet.id)!
  const table = constructOfKind(planning.design, subnet.routeTable ?? vpc.mainRouteTable ?? '', 'route-table')
  const gateways = listOfKind(planning.design, 'gateway-endpoint').filter(
    (one) => table && one.routeTables.includes(table.id),
  )
  const endpoints = listOfKind(planning.design, 'interface-endpoint').filter((one) => one.vpc === vpc.id)
  const silent = { ...planning, remarks: [], managedLists: new Map<string, string>() }
  const direct = table ? [...routeTable(table, silent).map((part) => part.key), keyOf(subnet, 'route-table')] : []
  return [...direct, ...attachmentsOf(planning, vpc.id), ...[...gateways, ...endpoints].map((one) => one.id)]
}

import { constructAt, constructOfKind, listOfKind, subnetOf, vpcOf } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import { keyOf, makePart, type PartKey } from './part.ts'
import { homeVpc } from './places.ts'
import { needsOfInterface, planInterfaces } from './planInterfaces.ts'
import { addRemark, type Planner, type Planning } from './planning.ts'
import { roleOfClient } from './roleOfClient.ts'
import { routeTable } from './route-table.ts'

type Task = ConstructOf<'client'>

/** A cluster, a task definition and a service that keeps one task running on Fargate. */
export const planEcsTask: Planner<'client'> = (construct, planning) => {
  const [first] = planInterfaces(construct, planning)
  if (!first) return []
  const own = { ...first, publicIp: construct.interfaces[first.index]!.publicIp !== 'none' }
  const starts = canFetchImage(construct, own.publicIp, planning)
  remarkDifferences(construct, planning, starts)
  const [cluster, task] = [keyOf(construct, 'cluster'), keyOf(construct, 'task')]
  const executionRole = roleOfClient(planning, construct, undefined, construct.executionRole)
  const role = executionRole ?? keyOf(construct, 'role')
  const taskRole = roleOfClient(planning, construct)
  const needs = [cluster, task, ...needsOfInterface(own), ...wayOut(construct, planning)]
  return [
    makePart('ecs-cluster', construct, 'cluster', [], {}),
    ...(executionRole === null ? [makePart('ecs-role', construct, 'role', [], {})] : []),
    makePart('ecs-task', construct, 'task', taskRole === null ? [role] : [role, taskRole], { role, taskRole }),
    makePart('ecs-service', construct, null, needs, { cluster, task, interface: own, starts }),
  ]
}

function remarkDifferences(construct: Task, planning: Planning, starts: boolean): void {
  const [first, ...more] = construct.interfaces
  const say = (message: string) => addRemark(planning, construct, message)
  if (more.length > 0) say('a Fargate task has one network interface; the others are left out.')
  if (first!.privateIp !== null) say('a Fargate task takes no chosen private address; AWS chooses one.')
  if (first!.publicIp !== 'none' && first!.publicIp !== 'auto')
    say('a Fargate task takes no Elastic IP address; it gets a public address that AWS chooses.')
  if (construct.operatingSystem === 'windows') say('the task is exported with a Linux image.')
  if (!starts)
    say(
      'its image comes from public.ecr.aws, and its subnet has no default route to a NAT gateway, or to an internet gateway with a public address. ' +
        'So the service is made without a running task: put an image into a private ECR repository and raise the desired count.',
    )
}

const tableOf = (construct: Task, planning: Planning): ConstructOf<'route-table'> | null => {
  const subnet = subnetOf(planning.design, construct.id)!
  const id = subnet.routeTable ?? vpcOf(planning.design, subnet.id)!.mainRouteTable
  const table = id === null ? null : constructOfKind(planning.design, id, 'route-table')
  return table && homeVpc(planning.design, table)?.id === vpcOf(planning.design, subnet.id)?.id ? table : null
}

/** Whether the subnet's default route leads out. A deployment that waits for a task without one fails after a while. */
function canFetchImage(construct: Task, publicIp: boolean, planning: Planning): boolean {
  const route = tableOf(construct, planning)?.routes.find(
    ({ destination }) => 'cidr' in destination && destination.cidr === '0.0.0.0/0',
  )
  const target = route ? constructAt(planning.design, route.target)?.kind : undefined
  return target === 'nat-gateway' || (target === 'internet-gateway' && publicIp)
}

/** What the first task needs in place to fetch its image: the subnet's association, routes, NAT and endpoints. */
function wayOut(construct: Task, planning: Planning): PartKey[] {
  const subnet = subnetOf(planning.design, construct.id)!
  const vpc = vpcOf(planning.design, subnet.id)!
  const table = tableOf(construct, planning)
  const gateways = listOfKind(planning.design, 'gateway-endpoint').filter(
    (one) => table && one.routeTables.includes(table.id),
  )
  const endpoints = listOfKind(planning.design, 'interface-endpoint').filter((one) => one.vpc === vpc.id)
  const silent = { ...planning, remarks: [], managedLists: new Map<string, string>() }
  const direct = table ? [...routeTable(table, silent).map((part) => part.key), keyOf(subnet, 'route-table')] : []
  return [...direct, ...attachmentsOf(planning, vpc.id), ...[...gateways, ...endpoints].map((one) => one.id)]
}

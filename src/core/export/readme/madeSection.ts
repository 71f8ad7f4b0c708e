import type { Design } from '../../model/design.ts'
import { definitionOf } from '../../model/kinds/definitions.ts'
import type { PartName, PartOf } from '../plan/part.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { code, plain, shellBlock } from '../text/markdown.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** What is made, in the order of creation; parts of one construct share a line. */
export function contentsSection({ stacks }: ExportPlan): string[] {
  if (stacks.length === 0) return []
  return [
    '## What it makes',
    '',
    ...stacks.flatMap((stack) => {
      const seen = new Set<string>()
      const constructs = stack.parts
        .map((part) => part.construct)
        .filter((one) => !seen.has(one.id) && seen.add(one.id))
      const where = [stack.regionCode, stack.accountId].filter((text) => text !== '').map(code)
      return [
        `In ${where.join(', account ')}, in this order:`,
        '',
        ...constructs.map((one) => `- ${definitionOf(one.kind).title}: ${plain(titleOf(one))}`),
        '',
      ]
    }),
  ]
}

const ENDPOINTS: readonly PartName[] = ['interface-endpoint', 'gateway-endpoint', 'balancer-endpoint']

/** What a person looks up afterwards: ids, names, interfaces, by the tag of the deployment, whatever made them. */
export function lookUpSection(design: Design, { stacks }: ExportPlan): string[] {
  const lines = stacks.flatMap((stack) => commandsIn(design, stack, stacks.length > 1))
  if (lines.length === 0) return []
  const names = stacks.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.name === 'interface-endpoint' && part.privateNames.length > 0 ? [namesLine(part)] : [],
    ),
  )
  return [
    '## What was made',
    '',
    `Another name of the deployment than ${code(deploymentOf(design))}, as an environment has it, takes its place in these commands.`,
    '',
    shellBlock(lines),
    '',
    ...(names.length > 0 ? ['Private DNS leads these names to the interfaces, inside the VPC:', '', ...names, ''] : []),
  ]
}

const namesLine = ({ construct, privateNames }: PartOf<'interface-endpoint'>): string =>
  `- ${plain(titleOf(construct))}: ${privateNames.map(code).join(', ')}`

function commandsIn(design: Design, stack: StackPlan, hasSeveral: boolean): string[] {
  const has = (...names: readonly PartName[]) => stack.parts.some(({ name }) => names.includes(name))
  const region = stack.regionCode === '' ? '' : ` --region ${quoteShell(stack.regionCode)}`
  const filter = `--filters ${quoteShell(`Name=tag:hopwise:design,Values=${deploymentOf(design)}`)}`
  const list = (what: string, query: string, flags = filter) =>
    `aws ec2 ${what}${region} ${flags} --query ${quoteShell(query)}`
  const lines = [
    ...(has(...ENDPOINTS)
      ? [
          '# endpoints: DNS names are the regional one, those of the zones, private ones',
          list(
            'describe-vpc-endpoints',
            'VpcEndpoints[].{Id: VpcEndpointId, Service: ServiceName, Names: DnsEntries[].DnsName, Interfaces: NetworkInterfaceIds, Subnets: SubnetIds, Groups: Groups[].GroupId}',
          ),
        ]
      : []),
    ...(has('endpoint-service')
      ? [
          '# services that others connect to',
          list(
            'describe-vpc-endpoint-service-configurations',
            'ServiceConfigurations[].{Id: ServiceId, Service: ServiceName, Zones: AvailabilityZones}',
          ),
        ]
      : []),
    ...(has('subnet', 'security-group')
      ? [
          '# subnets and groups',
          list('describe-subnets', 'Subnets[].[SubnetId, CidrBlock, AvailabilityZone, AvailabilityZoneId]'),
          list('describe-security-groups', 'SecurityGroups[].[GroupId, GroupName, VpcId]'),
        ]
      : []),
  ]
  return lines.length > 0 && hasSeveral
    ? [
        `# in account ${stack.accountId === '' ? 'of that Region' : stack.accountId.replaceAll(/[^\w-]/g, '')}`,
        ...lines,
      ]
    : lines
}

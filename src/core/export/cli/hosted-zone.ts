import { RECORD_TTL } from '../aws/recordTtl.ts'
import { associateCommand, authorizeCommand, vpcOption } from '../commands/byHand.ts'
import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { expression, idOf, type Json, jsonWord, type Piece } from '../commands/word.ts'
import type { PlannedAlias } from '../plan/dnsShapes.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { clientTokenWord } from './clientToken.ts'
import { confirmOnce, makeOnce, runOnce, type StepPrinters, variable, whenMissing } from './step.ts'

export const hostedZone: StepPrinters<'hosted-zone'> = {
  'hosted-zone': {
    create: (part, stack) => {
      const isPrivate = part.construct.visibility === 'private'
      const comment = `"hopwise $design ${part.key}"`
      const [first] = part.vpcs
      return makeOnce(stack, part, {
        find: `zone_by_comment ${comment}`,
        operation: 'route53 create-hosted-zone',
        options: [
          ['--name', part.construct.domain],
          ['--caller-reference', clientTokenWord(part)],
          ['--hosted-zone-config', ['Comment=', expression(comment), `,PrivateZone=${isPrivate}`]],
          ...(first ? [vpcOption(first.vpc, first.regionCode)] : []),
        ],
        query: 'HostedZone.Id',
      })
    },
    remove: 'persist NoSuchHostedZone aws route53 delete-hosted-zone --region "$region" --id "$id" >/dev/null',
  },
  'zone-vpc': {
    create: (part, stack) => {
      const find = printCommand(stack, 'route53 get-hosted-zone', [
        ['--id', idOf(part.zone)],
        ['--query', ["VPCs[?VPCId=='", idOf(part.vpc), "'].VPCId"]],
        ['--output', 'text'],
      ])
      const name = stack.names.get(part.key)!
      const options: Option[] = [['--hosted-zone-id', idOf(part.zone)], vpcOption(part.vpc, part.regionCode)]
      return whenMissing(stack, 'mark', name, find, [
        runQuietly(stack, 'route53 associate-vpc-with-hosted-zone', options),
        `record mark ${stack.regionCode} ${name} yes`,
      ])
    },
    remove: null,
  },
  'zone-authorization': {
    create: (part, stack) => confirmOnce(stack, part, part.zone, [authorizeCommand(part, stack)]),
    remove: ': # goes with the zone',
  },
  'zone-association': {
    create: (part, stack) =>
      runOnce(
        stack,
        part,
        // Waits for the other account's leave
        [`: ${variable(stack, part.authorization)}`, associateCommand(part, stack)],
        `${variable(stack, part.zone)},VPCRegion=${part.regionCode},VPCId=${variable(stack, part.vpc)}`,
      ),
    remove:
      'allow \'NoSuchHostedZone|VPCAssociationNotFound\' aws route53 disassociate-vpc-from-hosted-zone --region "$region" --hosted-zone-id "$first" --vpc "$rest" >/dev/null',
  },
  'dns-record': {
    create: (part, stack) => {
      const { before, fields } =
        part.alias === null ? { before: [], fields: plainFields(part) } : aliasFields(part.alias, stack)
      const batch: Json = {
        Changes: [{ Action: 'UPSERT', ResourceRecordSet: { Name: part.recordName, Type: part.type, ...fields } }],
      }
      const options: Option[] = [
        ['--hosted-zone-id', idOf(part.zone)],
        ['--change-batch', jsonWord(batch)],
      ]
      // As Route 53 lists it
      const listed = `${part.recordName.replaceAll('*', '\\052')}.`
      return runOnce(
        stack,
        part,
        [...before, runQuietly(stack, 'route53 change-resource-record-sets', options)],
        `${variable(stack, part.zone)},${quoteShell(`${part.type},${listed}`)}`,
      )
    },
    remove: 'remove_record "$first" "$rest"',
  },
}

const plainFields = (part: PartOf<'dns-record'>): { readonly [key: string]: Json } => ({
  TTL: Number(RECORD_TTL),
  ResourceRecords: part.values.map((Value) => ({ Value })),
})

function aliasFields(
  alias: PlannedAlias,
  stack: StackPlan,
): { before: string[]; fields: { readonly [key: string]: Json } } {
  const read =
    alias.kind === 'endpoint'
      ? printCommand(stack, 'ec2 describe-vpc-endpoints', [
          ['--vpc-endpoint-ids', idOf(alias.key)],
          ...answer('VpcEndpoints[0].DnsEntries[0].[HostedZoneId,DnsName]'),
        ])
      : printCommand(stack, 'elbv2 describe-load-balancers', [
          ['--load-balancer-arns', idOf(alias.key)],
          ...answer('LoadBalancers[0].[CanonicalHostedZoneId,DNSName]'),
        ])
  const part = (text: string): { readonly piece: Piece } => ({ piece: expression(`"${text}"`) })
  return {
    before: [`target=$(${read})`],
    fields: {
      AliasTarget: {
        HostedZoneId: part('$' + '{target%%[[:space:]]*}'),
        DNSName: part('$' + '{target##*[[:space:]]}'),
        EvaluateTargetHealth: false,
      },
    },
  }
}

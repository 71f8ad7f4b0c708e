import { idOf, regionCalled } from '../aws/value.ts'
import {
  associateCommand,
  associatedCommand,
  authorizeCommand,
  vpcShorthand,
  zoneVpcOptions,
} from '../commands/byHand.ts'
import { answer, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression, printWord, regionWord, shorthand, variable, variableOf } from '../commands/word.ts'
import type { PlannedAlias } from '../plan/dnsShapes.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { clientTokenWord } from './clientToken.ts'
import { confirmOnce, makeOnce, runOnce, type StepsOf, whenMissing } from './step.ts'
import { tagList } from './tagList.ts'

const zoneAndVpc = (part: PartOf<'zone-association'>, stack: StackPlan): string =>
  `${variable(stack, part.zone)},VPCRegion=${printWord(stack, regionCalled(part.regionCode))},VPCId=${variable(stack, part.vpc)}`

export const hostedZone: StepsOf<'hosted-zone'> = {
  'hosted-zone': {
    create: (part, stack, { Name, VPCs = [] }) => {
      const comment = `"hopwise $design ${part.key}"`
      const [first] = VPCs
      const make = makeOnce(stack, part, {
        find: `zone_by_comment ${comment}`,
        operation: 'route53 create-hosted-zone',
        options: optionsOf({
          Name,
          CallerReference: clientTokenWord(part),
          HostedZoneConfig: shorthand({
            Comment: expression(comment),
            PrivateZone: part.construct.visibility === 'private',
          }),
          VPC: first && vpcShorthand(first),
        }),
        query: 'HostedZone.Id',
      })
      const tag = printCommand(stack, 'route53 change-tags-for-resource', [
        ['--resource-type', 'hostedzone'],
        // AWS answers with `/hostedzone/Z…`
        ['--resource-id', expression(`"\${${variableOf(stack, part.key)}##*/}"`)],
        ['--add-tags', tagList(part, stack, 'Key', 'Value')],
      ])
      return [make, tag].join('\n')
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
      return whenMissing(stack, 'mark', name, find, [
        runQuietly(stack, 'route53 associate-vpc-with-hosted-zone', zoneVpcOptions(part)),
        `record mark ${regionWord(stack)} ${name} yes`,
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
        zoneAndVpc(part, stack),
        associatedCommand(part, stack),
      ),
    remove:
      'allow \'NoSuchHostedZone|VPCAssociationNotFound\' aws route53 disassociate-vpc-from-hosted-zone --region "$region" --hosted-zone-id "$first" --vpc "$rest" >/dev/null',
  },
  'dns-record': {
    create: (part, stack, { HostedZoneId, AliasTarget, ...settings }) => {
      const read = part.alias === null ? null : aliasCommand(part.alias, stack)
      const ResourceRecordSet = { ...settings, AliasTarget: AliasTarget && ALIAS_TARGET }
      const ChangeBatch = { Changes: [{ Action: 'UPSERT', ResourceRecordSet }] }
      const options = optionsOf({ HostedZoneId, ChangeBatch })
      // As Route 53 lists it
      const listed = `${part.recordName.replaceAll('*', '\\052')}.`
      return runOnce(
        stack,
        part,
        [
          ...(read === null ? [] : [`target=$(must_tell 'DNS name of an alias' ${read})`]),
          runQuietly(stack, 'route53 change-resource-record-sets', options),
        ],
        `${variable(stack, part.zone)},${quoteShell(`${part.type},${listed}`)}`,
      )
    },
    remove: 'remove_record "$first" "$rest"',
  },
}

/** Of what was read into `target`: zone and name, apart by white space. */
const ALIAS_TARGET = {
  HostedZoneId: expression('"$' + '{target%%[[:space:]]*}"'),
  DNSName: expression('"$' + '{target##*[[:space:]]}"'),
  EvaluateTargetHealth: false,
}

const aliasCommand = (alias: PlannedAlias, stack: StackPlan): string =>
  alias.kind === 'endpoint'
    ? printCommand(stack, 'ec2 describe-vpc-endpoints', [
        ['--vpc-endpoint-ids', idOf(alias.key)],
        ...answer('VpcEndpoints[0].DnsEntries[0].[HostedZoneId,DnsName]'),
      ])
    : printCommand(stack, 'elbv2 describe-load-balancers', [
        ['--load-balancer-arns', idOf(alias.key)],
        ...answer('LoadBalancers[0].[CanonicalHostedZoneId,DNSName]'),
      ])

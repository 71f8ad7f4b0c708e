import { idOf, regionCalled } from '../aws/value.ts'
import type { PlannedAlias } from '../plan/dnsShapes.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { bareId, held, short } from './argument.ts'
import { associateCall, associatedCall, authorizeCall, vpcShort, zoneVpc } from './byHand.ts'
import { type Call, call, recordedCall } from './call.ts'
import {
  confirmOnce,
  helper,
  makeOnce,
  markOnce,
  persist,
  read,
  run,
  runOnce,
  type StepsOf,
  silently,
  tagList,
  token,
} from './line.ts'

export const hostedZone: StepsOf<'hosted-zone'> = {
  'hosted-zone': {
    create: (part, stack, { Name, VPCs = [] }) => {
      const comment = { told: 'comment', key: part.key } as const
      const [first] = VPCs
      return [
        makeOnce(stack, part, {
          find: { helper: 'zone_by_comment', words: [comment] },
          call: call(
            stack,
            'route53 create-hosted-zone',
            {
              Name,
              CallerReference: token(part),
              HostedZoneConfig: short({ Comment: comment, PrivateZone: part.construct.visibility === 'private' }),
              VPC: first && vpcShort(first),
            },
            'HostedZone.Id',
          ),
        }),
        silently(
          call(stack, 'route53 change-tags-for-resource', {
            ResourceType: 'hostedzone',
            // AWS answers with `/hostedzone/Z…`
            ResourceId: bareId(part.key),
            AddTags: tagList(part, stack),
          }),
        ),
      ]
    },
    remove: [persist('NoSuchHostedZone', recordedCall('route53 delete-hosted-zone', { Id: held('id') }))],
  },
  'zone-vpc': {
    create: (part, stack) => [
      markOnce(
        stack,
        nameOf(stack, part.key),
        {
          call: call(stack, 'route53 get-hosted-zone', { Id: idOf(part.zone) }, [
            "VPCs[?VPCId=='",
            idOf(part.vpc),
            "'].VPCId",
          ]),
        },
        [run(call(stack, 'route53 associate-vpc-with-hosted-zone', zoneVpc(part)))],
      ),
    ],
    remove: null,
  },
  'zone-authorization': {
    create: (part, stack) => [confirmOnce(stack, part, part.zone, [run(authorizeCall(part, stack))])],
    remove: [{ line: 'nothing', why: 'goes with the zone' }],
  },
  'zone-association': {
    create: (part, stack) => [
      runOnce(
        stack,
        part,
        // Waits for the other account's leave
        [{ line: 'after', key: part.authorization }, run(associateCall(part, stack))],
        [idOf(part.zone), ',VPCRegion=', regionCalled(part.regionCode), ',VPCId=', idOf(part.vpc)],
        { call: associatedCall(part, stack) },
      ),
    ],
    remove: [helper('leave_zone', held('first'), held('rest'))],
  },
  'dns-record': {
    create: (part, stack, { HostedZoneId, AliasTarget, ...settings }) => {
      const ResourceRecordSet = { ...settings, AliasTarget: AliasTarget && ALIAS_TARGET }
      // As Route 53 lists it
      const listed = `${part.recordName.replaceAll('*', '\\052')}.`
      return [
        runOnce(
          stack,
          part,
          [
            ...(part.alias === null
              ? []
              : [read('target', 'DNS name of an alias', { call: aliasCall(part.alias, stack) })]),
            run(
              call(stack, 'route53 change-resource-record-sets', {
                HostedZoneId,
                ChangeBatch: { Changes: [{ Action: 'UPSERT', ResourceRecordSet }] },
              }),
            ),
          ],
          [idOf(part.zone), ',', `${part.type},${listed}`],
        ),
      ]
    },
    remove: [helper('remove_record', held('first'), held('rest'))],
  },
}

/** Of what was read into `target`: zone and name, apart by white space. */
const ALIAS_TARGET = {
  HostedZoneId: held('target', 'first word'),
  DNSName: held('target', 'last word'),
  EvaluateTargetHealth: false,
}

const aliasCall = (alias: PlannedAlias, stack: StackPlan): Call =>
  alias.kind === 'endpoint'
    ? call(
        stack,
        'ec2 describe-vpc-endpoints',
        { VpcEndpointIds: [idOf(alias.key)] },
        'VpcEndpoints[0].DnsEntries[0].[HostedZoneId,DnsName]',
      )
    : call(
        stack,
        'elbv2 describe-load-balancers',
        { LoadBalancerArns: [idOf(alias.key)] },
        'LoadBalancers[0].[CanonicalHostedZoneId,DNSName]',
      )

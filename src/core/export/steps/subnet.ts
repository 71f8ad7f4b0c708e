import { idOf, regionCalled } from '../aws/value.ts'
import { partOf } from '../plan/planExport.ts'
import { held, pick } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { helper, makeOnce, makeTagged, persist, read, runOnce, type StepsOf, silently, waiter } from './line.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'

export const subnet: StepsOf<'subnet'> = {
  subnet: {
    create: (part, stack, settings) => {
      const modify = (name: 'MapPublicIpOnLaunch' | 'EnableDns64') =>
        silently(call(stack, 'ec2 modify-subnet-attribute', { SubnetId: idOf(part.key), ...pick(settings, name) }))
      return [
        ...makeTagged(stack, part, {
          thing: 'Subnet',
          parameters: pick(settings, 'VpcId', 'AvailabilityZone', 'CidrBlock', 'Ipv6CidrBlock', 'Ipv6Native'),
        }),
        waiter(stack, 'ec2 subnet-available', { SubnetIds: [idOf(part.key)] }),
        modify('MapPublicIpOnLaunch'),
        ...(settings.EnableDns64 ? [modify('EnableDns64')] : []),
      ]
    },
    remove: [persist('InvalidSubnetID.NotFound', recordedCall('ec2 delete-subnet', { SubnetId: held('id') }))],
  },
  'subnet-share': {
    create: (part, stack, settings) =>
      shareOnce(
        stack,
        part,
        { call: call(stack, 'ec2 describe-subnets', { SubnetIds: [idOf(part.subnet)] }, 'Subnets[0].SubnetArn') },
        settings,
      ),
    remove: REMOVE_SHARE,
  },
  'subnet-route-table': {
    create: (part, stack, settings) =>
      part.isMain
        ? null
        : [
            makeOnce(stack, part, {
              find: {
                helper: 'table_association',
                words: [regionCalled(stack.regionCode), idOf(part.subnet)],
              },
              call: call(
                stack,
                'ec2 associate-route-table',
                pick(settings, 'RouteTableId', 'SubnetId'),
                'AssociationId',
              ),
            }),
          ],
    remove: [
      silently(
        recordedCall('ec2 disassociate-route-table', { AssociationId: held('id') }),
        'InvalidAssociationID.NotFound',
      ),
    ],
  },
  'subnet-network-acl': {
    create: (part, stack, { NetworkAclId }) =>
      part.isDefault
        ? null
        : [
            runOnce(
              stack,
              part,
              [
                read('old', 'network ACL of the subnet', {
                  helper: 'acl_association',
                  words: [regionCalled(stack.regionCode), idOf(part.subnet)],
                }),
                read('new', null, {
                  call: call(
                    stack,
                    'ec2 replace-network-acl-association',
                    { AssociationId: held('old'), NetworkAclId },
                    'NewAssociationId',
                  ),
                }),
              ],
              [held('new'), ',', idOf(partOf(stack, part.subnet, 'subnet').vpc)],
            ),
          ],
    // Back to the default ACL of the VPC, so that the drawn one can be deleted
    remove: [helper('put_back_acl', held('region'), held('first'), held('rest'))],
  },
}

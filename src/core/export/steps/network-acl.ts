import { idOf, regionCalled } from '../aws/value.ts'
import { nameOf } from '../plan/planExport.ts'
import { filters, held, short } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { helper, lookUp, makeTagged, markOnce, persist, run, runOnce, type StepsOf, tagWhatAwsMade } from './line.ts'

export const networkAcl: StepsOf<'network-acl'> = {
  'network-acl': {
    create: (part, stack, settings) => {
      if (!part.isDefault) return makeTagged(stack, part, { thing: 'NetworkAcl', parameters: settings })
      const Filters = filters({ 'vpc-id': idOf(part.vpc), default: 'true' })
      return [
        lookUp(
          part.key,
          `default network ACL of ${part.vpc}`,
          call(stack, 'ec2 describe-network-acls', { Filters }, 'NetworkAcls[0].NetworkAclId'),
        ),
        tagWhatAwsMade(part, stack),
        markOnce(stack, `${nameOf(stack, part.key)}_cleared`, null, [
          helper('clear_entries', regionCalled(stack.regionCode), idOf(part.key)),
        ]),
      ]
    },
    remove: [
      persist('InvalidNetworkAclID.NotFound', recordedCall('ec2 delete-network-acl', { NetworkAclId: held('id') })),
    ],
  },
  'acl-entry': {
    create: (part, stack, { NetworkAclId, Egress, PortRange, IcmpTypeCode, ...rest }) => [
      runOnce(stack, part, [
        run(
          call(stack, 'ec2 create-network-acl-entry', {
            NetworkAclId,
            // the AWS CLI has an option for either way
            [Egress ? 'Egress' : 'Ingress']: true,
            ...rest,
            PortRange: PortRange && short(PortRange),
            IcmpTypeCode: IcmpTypeCode && short(IcmpTypeCode),
          }),
          'NetworkAclEntryAlreadyExists',
        ),
      ]),
    ],
    remove: null,
  },
}

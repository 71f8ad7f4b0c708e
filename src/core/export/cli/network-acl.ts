import { idOf } from '../aws/value.ts'
import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { regionWord, shorthand, variable } from '../commands/word.ts'
import { nameOf } from '../plan/planExport.ts'
import { lookUp, makeTagged, runOnce, type StepsOf, whenMissing } from './step.ts'

export const networkAcl: StepsOf<'network-acl'> = {
  'network-acl': {
    create: (part, stack, settings) => {
      if (!part.isDefault)
        return makeTagged(stack, part, {
          thing: 'NetworkAcl',
          options: optionsOf(settings),
        })
      const filters: Option = ['--filters', ['Name=vpc-id,Values=', idOf(part.vpc)], 'Name=default,Values=true']
      const [region, mark] = [regionWord(stack), `${nameOf(stack, part.key)}_cleared`]
      const read = printCommand(stack, 'ec2 describe-network-acls', [filters, ...answer('NetworkAcls[0].NetworkAclId')])
      return [
        lookUp(stack, part.key, `default network ACL of ${part.vpc}`, read),
        whenMissing(stack, 'mark', mark, '', [
          `clear_entries ${region} ${variable(stack, part.key)}`,
          `record mark ${region} ${mark} yes`,
        ]),
      ].join('\n')
    },
    remove: 'persist InvalidNetworkAclID.NotFound aws ec2 delete-network-acl --region "$region" --network-acl-id "$id"',
  },
  'acl-entry': {
    create: (part, stack, { NetworkAclId, Egress, PortRange, IcmpTypeCode, ...rest }) => {
      const options = optionsOf({
        NetworkAclId,
        [Egress ? 'Egress' : 'Ingress']: true,
        ...rest,
        PortRange: PortRange && shorthand(PortRange),
        IcmpTypeCode: IcmpTypeCode && shorthand(IcmpTypeCode),
      })
      return runOnce(stack, part, [
        runQuietly(stack, 'ec2 create-network-acl-entry', options, 'NetworkAclEntryAlreadyExists'),
      ])
    },
    remove: null,
  },
}

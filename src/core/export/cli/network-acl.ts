import { type Option, runQuietly } from '../commands/command.ts'
import { blockPiece, idOf } from '../commands/word.ts'
import { nameOf } from '../plan/planExport.ts'
import { hasPorts, isIcmp } from '../plan/traffic.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { byTag, lookUp, makeOnce, runOnce, type StepPrinters, taggedAs, variable, whenMissing } from './step.ts'

export const networkAcl: StepPrinters<'network-acl'> = {
  'network-acl': {
    create: (part, stack) => {
      if (!part.isDefault)
        return makeOnce(stack, part, {
          find: byTag(stack, part, 'NetworkAcls[].NetworkAclId', 'describe-network-acls'),
          operation: 'ec2 create-network-acl',
          options: [['--vpc-id', idOf(part.vpc)], taggedAs(part, 'network-acl')],
          query: 'NetworkAcl.NetworkAclId',
        })
      const filters: Option = ['--filters', ['Name=vpc-id,Values=', idOf(part.vpc)], 'Name=default,Values=true']
      const [region, mark] = [quoteShell(stack.regionCode), `${nameOf(stack, part.key)}_cleared`]
      return [
        lookUp(
          stack,
          part.key,
          `default network ACL of ${part.vpc}`,
          'ec2 describe-network-acls',
          [filters],
          'NetworkAcls[0].NetworkAclId',
        ),
        whenMissing(stack, 'mark', mark, '', [
          `clear_entries ${region} ${variable(stack, part.key)}`,
          `record mark ${region} ${mark} yes`,
        ]),
      ].join('\n')
    },
    remove: 'persist InvalidNetworkAclID.NotFound aws ec2 delete-network-acl --region "$region" --network-acl-id "$id"',
  },
  'acl-entry': {
    create: (part, stack) => {
      const { protocol, range } = part.traffic
      const options: Option[] = [
        ['--network-acl-id', idOf(part.acl)],
        [`--${part.direction}`],
        ['--rule-number', `${part.number}`],
        ['--rule-action', part.action],
        ['--protocol', `${protocol}`],
        [part.block.family === 4 ? '--cidr-block' : '--ipv6-cidr-block', blockPiece(stack, part.block)],
      ]
      if (range && hasPorts(protocol)) options.push(['--port-range', `From=${range.from},To=${range.to}`])
      if (range && isIcmp(protocol)) options.push(['--icmp-type-code', `Type=${range.from},Code=${range.to}`])
      return runOnce(stack, part, [
        runQuietly(stack, 'ec2 create-network-acl-entry', options, 'NetworkAclEntryAlreadyExists'),
      ])
    },
    remove: null,
  },
}

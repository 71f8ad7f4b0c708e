import { printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { clientToken } from './clientToken.ts'
import { makeOnce, type StepsOf, shortName } from './step.ts'
import { tagMap } from './tagList.ts'

/** Of Amazon VPC Lattice. */
export const serviceNetwork: StepsOf<'service-network'> = {
  'service-network': {
    create: (part, stack, settings) => {
      const name = shortName(part)
      return makeOnce(stack, part, {
        find: printCommand(stack, 'vpc-lattice list-service-networks', [
          ['--query', ["items[?name=='", name, "'].arn"]],
          ['--output', 'text'],
        ]),
        operation: 'vpc-lattice create-service-network',
        options: [...optionsOf({ name, ...settings }), clientToken(part), ['--tags', tagMap(part)]],
        query: 'arn',
      })
    },
    remove:
      'persist ResourceNotFoundException aws vpc-lattice delete-service-network --region "$region" --service-network-identifier "$id"',
  },
}

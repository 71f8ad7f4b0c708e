import type { Option } from '../commands/command.ts'
import type { Part } from '../plan/part.ts'
import { clientTokenWord } from './clientToken.ts'
import { physicalName } from './physicalName.ts'

/** How VPC Resolver and DNS Firewall are told who asks for what, and under which name. */
export const namedRequest = (part: Part): readonly Option[] => [
  ['--creator-request-id', clientTokenWord(part)],
  ['--name', physicalName(part)],
]

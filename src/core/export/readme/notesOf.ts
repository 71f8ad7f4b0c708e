import type { PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

/** What is worth knowing of some parts, whatever deploys them. */
const NOTES: readonly { readonly of: readonly PartName[]; readonly text: string }[] = [
  {
    of: ['interface-endpoint', 'nat-gateway', 'client-address'],
    text: 'Interface endpoints, NAT gateways and Elastic IP addresses cost money by the hour, used or not.',
  },
  {
    of: ['instance'],
    text: 'Instances come without a key pair and without a role. How to get a shell on one, to try requests from it, is left open.',
  },
  {
    of: ['lambda-function'],
    text: 'AWS takes up to 40 minutes to remove the network interfaces of a deleted Lambda function. Its subnets and security groups wait for that.',
  },
]

/** The notes that concern an export. */
export const notesOf = (stacks: readonly StackPlan[]): string[] =>
  NOTES.filter(({ of }) => stacks.some((stack) => stack.parts.some((part) => of.includes(part.name)))).map(
    ({ text }) => text,
  )

import type { Environment } from '../../model/design.ts'
import { code } from '../text/markdown.ts'

/** The README's words on environments. `folder` is where a format keeps values of its own besides. */
export function environmentLines(environments: readonly Environment[], folder: string | null): readonly string[] {
  if (environments.length === 0)
    return [
      'What differs from one environment to the next (blocks, addresses, accounts, Regions, letters of zones, names of buckets and tables) can be said at deployment; what is drawn holds otherwise. Environments that the design names come with files of their own.',
    ]
  const files =
    folder === null
      ? ''
      : `, and \`${folder}/NAME*.json\` the parameters of each stack in the form that CloudFormation and its tools take`
  return [
    `The design names ${environments.length === 1 ? 'one' : environments.length}: ${environments.map(({ name }) => code(name)).join(', ')}. \`environments/NAME.env\` holds account numbers, Regions and the name of the deployment for the scripts${files}. What lies in a VPC keeps its place in the block that the VPC has there. Another environment is another file.`,
  ]
}

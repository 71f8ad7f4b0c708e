import type { Design } from '../../model/design.ts'
import { slugOf } from './labelsOf.ts'

/** The identity of what is deployed: names of stacks and tags. As the design says; else made of the title, and another one once the title changes. */
export const deploymentOf = ({ deployment, title }: Pick<Design, 'deployment' | 'title'>): string =>
  deployment ?? slugOf(title)

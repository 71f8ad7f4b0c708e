import { compareText } from '../../base/order.ts'
import { deployOf } from '../../model/deployOf.ts'
import type { Design } from '../../model/design.ts'
import { deploymentOf } from '../text/deploymentOf.ts'

/** How names and tags read, beside the tags by which things are known again. */
export interface Naming {
  /** With `{env}`, `{name}`, `{id}` and `{kind}` in it. */
  readonly pattern: string
  /** Sorted by key. */
  readonly tags: readonly (readonly [key: string, pattern: string])[]
  /** What `{env}` stands for unless something else is said. */
  readonly environment: string
}

/** As the settings of the design say. */
export function namingOf(design: Design): Naming {
  const { naming, tags, environments } = deployOf(design)
  return {
    pattern: naming,
    tags: Object.entries(tags).sort(([a], [b]) => compareText(a, b)),
    environment: environments[0]?.name ?? deploymentOf(design),
  }
}

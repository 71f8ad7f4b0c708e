import { compareText } from '../../base/order.ts'
import { PLAIN_NAMING } from '../../model/deploySettings.ts'
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
export const namingOf = (design: Design): Naming => ({
  pattern: design.deploy?.naming ?? PLAIN_NAMING,
  tags: Object.entries(design.deploy?.tags ?? {}).sort(([a], [b]) => compareText(a, b)),
  environment: design.deploy?.environments[0]?.name ?? deploymentOf(design),
})

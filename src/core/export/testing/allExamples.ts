import type { Design } from '../../model/index.ts'
import { access } from './access.ts'
import {
  everything,
  groupsInCircle,
  hostileNames,
  onlyS3,
  publicAndPrivate,
  sessionManager,
  twoSubnets,
} from './exampleDesigns.ts'
import * as networks from './exampleNetworks.ts'

/** Every example of the export with its name, for `test.each`. */
export const allExamples: readonly (readonly [name: string, make: () => Design])[] = Object.entries({
  access,
  everything,
  groupsInCircle,
  hostileNames,
  onlyS3,
  publicAndPrivate,
  sessionManager,
  twoSubnets,
  ...networks,
})

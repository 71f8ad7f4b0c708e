import { AS_DRAWN } from './deploySettings.ts'
import type { DeploySettings, Design } from './design.ts'

/** How the design is deployed, whether it says so or not. */
export const deployOf = (design: Design): DeploySettings => design.deploy ?? AS_DRAWN
